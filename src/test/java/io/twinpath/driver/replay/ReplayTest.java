package io.twinpath.driver.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.ServiceScript;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.RandomNodes;
import io.twinpath.model.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Query NICS = EsxcliQuery.of("network nic list");
    private static final Query SOFTWARE = EsxcliQuery.of("iscsi software get");

    @TempDir
    Path folder;

    private Path host = Path.of("");

    @BeforeEach
    void host() throws IOException {
        host = Files.createDirectories(folder.resolve("in/esxi1.lain.local"));
    }

    @Test
    void readsWhatPeoplePaste() throws Exception {
        Files.writeString(
                host.resolve("network-nic-list.txt"),
                "# command: esxcli network nic list\r\n#\r\nName    MTU\r\n------  ----\r\nvmnic0  1500");
        Replies replies = asked(NICS);
        assertThat(replies.row(NICS).text("Name")).contains("vmnic0");
        assertThat(replies.row(NICS).source()).endsWith("network-nic-list.txt, line 5");
    }

    /** With the prompt around it, a mark of the encoding before it, and in whatever form it was printed. */
    @Test
    void readsEveryFormWhateverStandsAroundIt() throws Exception {
        Map<String, String> forms = Map.of(
                "txt", "Name    MTU\n------  ----\nvmnic0  1500\n",
                "csv", "MTU,Name,\n1500,vmnic0,\n",
                "keyvalue", "structure[0].Nic.MTU.integer=1500\nstructure[0].Nic.Name.string=vmnic0\n",
                "json", "[{\"MTU\": 1500, \"Name\": \"vmnic0\"}]\n",
                "xml",
                        "<?xml version=\"1.0\"?>\n<output><root><structure><field name=\"MTU\"><integer>1500</integer>"
                                + "</field><field name=\"Name\"><string>vmnic0</string></field></structure></root></output>\n");
        for (Map.Entry<String, String> form : forms.entrySet()) {
            for (String ending : List.of(form.getKey(), "txt")) {
                for (String prompt : List.of("[root@esxi3:~] ", "~ # ", "$ ", "root@jump:~# ", "")) {
                    for (String end : List.of("", "[root@esxi3:~] ", "[root@esxi3:~]\n", "~ # ")) {
                        Path file = host.resolve("network-nic-list." + ending);
                        Files.writeString(
                                file,
                                "\ufeff# source: a page\n\n" + prompt + "esxcli --formatter=x network nic list\r\n"
                                        + form.getValue().replace("\n", "\r\n") + end);
                        Row row = asked(NICS).row(NICS);
                        assertThat(row.text("Name")).as(form + prompt + end).contains("vmnic0");
                        assertThat(row.number("MTU")).contains(1500L);
                        assertThat(row.source()).matches(".*network-nic-list\\.[a-z]+, line [4-6]");
                        Files.delete(file);
                    }
                }
            }
        }
        Files.write(
                host.resolve("iscsi-software-get.txt"),
                "\ufefftrue\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        assertThat(asked(SOFTWARE).scalar(SOFTWARE)).isEqualTo("true");
    }

    @Test
    void theAnswerToAnotherQuestionIsNotTaken() throws Exception {
        Files.writeString(
                host.resolve("network-nic-list.txt"),
                "[root@esxi3:~] esxcli network vswitch standard list\nvSwitch0\n   Name: vSwitch0\n");
        Replies replies = asked(NICS);
        assertThatThrownBy(() -> replies.rows(NICS))
                .hasMessageContaining("the file holds the answer to \"network vswitch standard list\"");
    }

    @Test
    void twoOutputsInOneFileAreNotTaken() throws Exception {
        Files.writeString(
                host.resolve("network-nic-list.txt"),
                "Name    MTU\n------  ----\nvmnic0  1500\n[root@esxi3:~] esxcli iscsi software get\ntrue\n");
        Replies replies = asked(NICS);
        assertThatThrownBy(() -> replies.rows(NICS)).hasMessageContaining("line 4");
    }

    @Test
    void xmlGoesFirst() throws Exception {
        Files.writeString(host.resolve("iscsi-software-get.txt"), "false\n");
        Files.writeString(
                host.resolve("iscsi-software-get.xml"), "<output><root><boolean>true</boolean></root></output>");
        assertThat(asked(SOFTWARE).scalar(SOFTWARE)).isEqualTo("true");
    }

    @Test
    void whatIsMissingIsUnreadableAndNotEmpty() throws Exception {
        Replies replies = asked(NICS);
        assertThatThrownBy(() -> replies.rows(NICS))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("there is no network-nic-list.txt, nor one that ends in .xml");
    }

    @Test
    void anEmptyFileIsNoRecords() throws Exception {
        Files.writeString(host.resolve("network-nic-list.txt"), "");
        assertThat(asked(NICS).rows(NICS)).isEmpty();
    }

    @Test
    void hostsThatAreNotThereAreSaid() {
        Driver driver = new ReplayDriver(folder.resolve("in"));
        assertThatThrownBy(() -> driver.reader("esxi9")).hasMessageContaining("esxi9");
        assertThatThrownBy(() -> driver.reader("../in/esxi1.lain.local")).isInstanceOf(DriverException.class);
        assertThatThrownBy(() -> driver.writer("esxi1.lain.local")).hasMessageContaining("cannot be changed");
    }

    @Test
    void fileNamesAreSafe() {
        assertThat(name(Option.of("vswitch-name", "vSwitch0"))).isEqualTo("a-b-get--vswitch-name=vSwitch0");
        assertThat(name(Option.of("x", "../../etc/passwd"))).isEqualTo("a-b-get--x=..%2F..%2Fetc%2Fpasswd");
        assertThat(name(Option.of("x", "B\u00fcro \u4e2d"))).isEqualTo("a-b-get--x=B%C3%BCro%20%E4%B8%AD");
        assertThat(name(Option.flag("all"))).isEqualTo("a-b-get--all");
        String one = name(Option.of("x", "\u4e2d".repeat(66)));
        String two = name(Option.of("x", "\u4e2d".repeat(65) + "\u4e2e"));
        assertThat(one).hasSizeLessThan(200).isNotEqualTo(two);
    }

    @Test
    void aRecordingSaysTheSame() throws Exception {
        Query long1 = EsxcliQuery.of("a b get", Option.of("x", "\u4e2d".repeat(99)));
        Query hash = EsxcliQuery.of("hash text get");
        Map<Query, Reply> replies = new LinkedHashMap<>();
        replies.put(NICS, new Reply(0, Format.XML, "<output><root/></output>", "s"));
        replies.put(SOFTWARE, new Reply(1, Format.XML, "Connect to localhost failed: Connection failure\n", "s"));
        replies.put(long1, new Reply(0, Format.TEXT, "true\n", "s"));
        replies.put(hash, new Reply(0, Format.TEXT, "# exit: 1", "s"));
        Path out = folder.resolve("out");
        try (Driver driver = new RecordingDriver(new Fixed(replies), Recording.into(out));
                Reader reader = driver.reader("esxi1")) {
            assertThat(reader.ask(List.copyOf(replies.keySet()))).isEqualTo(replies);
        }
        try (Reader reader = new ReplayDriver(out).reader("esxi1")) {
            Map<Query, Reply> again = reader.ask(List.copyOf(replies.keySet()));
            replies.forEach((query, reply) -> assertThat(again.get(query)).satisfies(r -> {
                assertThat(r.exit()).isEqualTo(reply.exit());
                assertThat(r.body().strip()).isEqualTo(reply.body().strip());
            }));
        }
        try (Stream<Path> files = Files.list(out.resolve("esxi1"))) {
            assertThat(files).hasSize(4);
        }
    }

    /** Files to the byte, also those that look like a comment or like a refusal. */
    @Test
    void filesAndProgramsAreRecordedToo() throws Exception {
        Query ntp = new FileQuery(HostFile.NTP);
        Query keys = new FileQuery(HostFile.ROOT_KEYS);
        Query list = new ProgramQuery.StartList();
        Query status = new ProgramQuery.ServiceStatus(new ServiceScript("SSH"));
        Map<Query, Reply> replies = new LinkedHashMap<>();
        replies.put(ntp, new Reply(0, Format.TEXT, "# exit: 1\r\n#\n\nserver a  \nno end", "s"));
        replies.put(keys, new Reply(FileQuery.ABSENT, Format.TEXT, "", "s"));
        replies.put(list, new Reply(0, Format.TEXT, "SSH on\n", "s"));
        replies.put(status, new Reply(3, Format.TEXT, "SSH is not running\n", "s"));
        Path out = folder.resolve("out");
        record(out, replies);
        assertThat(out.resolve("esxi1/files/etc/ntp.conf")).hasContent("# exit: 1\r\n#\n\nserver a  \nno end");
        Replies again = Replies.none();
        try (Reader reader = new ReplayDriver(out).reader("esxi1")) {
            again.add(reader.ask(List.copyOf(replies.keySet())));
        }
        assertThat(again.text(new FileQuery(HostFile.NTP))).contains("# exit: 1\r\n#\n\nserver a  \nno end");
        assertThat(again.text(new FileQuery(HostFile.ROOT_KEYS))).isEmpty();
        assertThat(again.printed(new ProgramQuery.StartList())).contains("SSH on");
        assertThat(again.reply(status).orElseThrow().exit()).isEqualTo(3);
        FileQuery certificate = new FileQuery(HostFile.CERTIFICATE);
        assertThatThrownBy(() -> asked(certificate).text(certificate))
                .hasMessageContaining("neither files/etc/vmware/ssl/rui.crt nor files/etc/vmware/ssl/rui.crt.txt");
        record(out, Map.of(NICS, new Reply(0, Format.XML, "<new/>", "s")));
        assertThat(out.resolve("esxi1/files")).doesNotExist();
    }

    @Test
    void aRecordingIsReplacedAndNothingElseIs() throws Exception {
        Path out = folder.resolve("out");
        record(out, Map.of(NICS, new Reply(0, Format.TEXT, "old", "s"), SOFTWARE, new Reply(0, Format.TEXT, "x", "s")));
        record(out, Map.of(NICS, new Reply(0, Format.XML, "<new/>", "s")));
        try (Stream<Path> files = Files.list(out.resolve("esxi1"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("network-nic-list.xml");
        }
        assertThatThrownBy(() -> Recording.into(folder.resolve("in")))
                .hasMessageContaining("the folder is not empty and is no recording");
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Recording.into(folder.resolve("file"))).isInstanceOf(DriverException.class);
    }

    private static void record(Path out, Map<Query, Reply> replies) throws DriverException {
        try (Driver driver = new RecordingDriver(new Fixed(replies), Recording.into(out));
                Reader reader = driver.reader("esxi1")) {
            assertThat(reader.ask(List.copyOf(replies.keySet()))).hasSameSizeAs(replies);
        }
    }

    private Replies asked(Query query) throws DriverException {
        Replies replies = Replies.none();
        try (Reader reader = new ReplayDriver(folder.resolve("in")).reader("esxi1.lain.local")) {
            replies.add(reader.ask(List.of(query)));
        }
        return replies;
    }

    private static String name(Option option) {
        return FileNames.of(EsxcliQuery.of("a b get", option));
    }

    /** Answers what it was given. */
    private record Fixed(Map<Query, Reply> replies) implements Driver {

        @Override
        public List<Transport> ways(String place) {
            return Driver.sshToHosts(place);
        }

        @Override
        public Reader reader(String host) {
            return new Reader() {
                @Override
                public Map<Query, Reply> ask(List<Query> queries) {
                    return replies;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Writer writer(String host) {
            throw new UnsupportedOperationException("reads only");
        }
    }

    /** Trees come back as they were, faults as faults, and what is secret is not kept. */
    @Test
    void recordsAndReplaysTheApi() throws Exception {
        PropertyQuery network = PropertyQuery.of(new Handle.Host(), "config.network.vswitch");
        MethodQuery bound = MethodQuery.of(
                new Handle.Manager("iscsiManager"), "QueryBoundVnics", Node.string("iScsiHbaName", "vmhba64"));
        InventoryQuery every = InventoryQuery.of("VirtualMachine", "name");
        Node tree = new RandomNodes(7).read(4).named("returnval");
        Node secret = Node.object("r", "", Node.string("chapSecret", "geheim"));
        Path out = folder.resolve("api-out");
        Recording.into(out)
                .write(
                        "vCenter",
                        Map.of(
                                network, Reply.of(tree, "x"),
                                bound, Reply.fault("NotFound", "gone", "x"),
                                every, Reply.of(secret, "x")));
        try (Reader reader = new ReplayDriver(out).reader("vCenter")) {
            Map<Query, Reply> replies = reader.ask(List.of(network, bound, every));
            assertThat(Objects.requireNonNull(replies.get(network)).tree()).contains(tree);
            assertThat(Objects.requireNonNull(replies.get(bound)).body()).contains("NotFound: gone");
            assertThat(Objects.requireNonNull(replies.get(bound)).ok()).isFalse();
            assertThat(Objects.requireNonNull(replies.get(every)).tree())
                    .contains(Node.object("r", "", Node.string("chapSecret", "***")));
            Reply missing = reader.ask(List.of(InventoryQuery.of("Datastore", "name")))
                    .values()
                    .iterator()
                    .next();
            assertThat(missing.ok()).isFalse();
            assertThat(missing.body()).contains("there is no api/every%20Datastore%7Bname%7D.xml");
        }
    }
}
