package io.twinpath.driver.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    private static final String HOST = "esxi3.lain.local";
    private static final EsxcliQuery SWITCHES = EsxcliQuery.of("network vswitch standard list");
    private static final EsxcliQuery DELTA = EsxcliQuery.of("system settings advanced list", Option.flag("delta"));
    private static final String SWITCH = "vSwitch0:\n   Name: vSwitch0\n   MTU: 1500\n   Uplinks: vmnic0, vmnic1\n";

    @TempDir
    Path folder;

    private Bundle bundle(Map<String, String> files) throws Exception {
        return Bundle.read(write("esx-" + HOST + "-2022-10-13--07.30-1234.tgz", Archives.tgz(files)));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Replies ask(Bundle bundle, Query... queries) throws Exception {
        Replies replies = Replies.none();
        replies.add(new BundleDriver(bundle, HOST).reader(HOST).ask(List.of(queries)));
        return replies;
    }

    @Test
    void outputsAnswerQueriesWithAndWithoutAFolderAroundEverything() throws Exception {
        for (String top : List.of("", "./", "esx-esxi3-2022/")) {
            Bundle bundle = bundle(Map.of(top + "commands/localcli_network-vswitch-standard-list.txt", SWITCH));
            assertThat(ask(bundle, SWITCHES).rows(SWITCHES))
                    .singleElement()
                    .satisfies(row -> assertThat(row.need("Name")).isEqualTo("vSwitch0"));
        }
    }

    @Test
    void optionsAreFoundAsLettersAndAsWords() throws Exception {
        for (String name : List.of("list--d", "list---delta")) {
            Bundle bundle =
                    bundle(Map.of("commands/localcli_system-settings-advanced-" + name + ".txt", "   Path: /A\n"));
            assertThat(ask(bundle, DELTA).rows(DELTA)).hasSize(1);
        }
    }

    /** Keys with blanks, as tools read them that people publish. */
    @Test
    void jsonOfNewerBundlesAnswersWhereThereIsNoText() throws Exception {
        String tree = "[{\"Name\": \"vSwitch7\", \"Num Ports\": 1536, \"Uplinks\": [\"vmnic0\"], \"MTU\": 9000}]";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("esx-1/json/localcli_network-vswitch-standard-list.json", tree);
        assertThat(ask(bundle(files), SWITCHES).rows(SWITCHES))
                .singleElement()
                .satisfies(row -> assertThat(row.need("MTU")).isEqualTo("9000"))
                .satisfies(row -> assertThat(row.items("Uplinks")).containsExactly("vmnic0"))
                .satisfies(row -> assertThat(row.number("NumPorts")).contains(1536L));
        files.put("esx-1/commands/localcli_network-vswitch-standard-list.txt", SWITCH);
        assertThat(ask(bundle(files), SWITCHES).rows(SWITCHES))
                .singleElement()
                .satisfies(row -> assertThat(row.need("Name")).isEqualTo("vSwitch0"));
    }

    @Test
    void volumesAreListedWithErrorsIgnored() throws Exception {
        EsxcliQuery volumes = EsxcliQuery.of("storage filesystem list");
        Bundle bundle = bundle(Map.of("commands/localcli_storage-filesystem-list--i.txt", "a:\n   Volume Name: a\n"));
        assertThat(ask(bundle, volumes).rows(volumes)).hasSize(1);
    }

    @Test
    void whatIsMissingIsARefusalAndNoEmptyList() throws Exception {
        Bundle bundle = bundle(Map.of("commands/localcli_network-nic-list.txt", ""));
        FileQuery keys = new FileQuery(HostFile.ROOT_KEYS);
        Map<Query, io.twinpath.driver.Reply> replies =
                new BundleDriver(bundle, HOST).reader(HOST).ask(List.of(SWITCHES, keys));
        assertThat(replies.values()).allSatisfy(reply -> assertThat(reply.ok()).isFalse());
        assertThat(replies.get(keys))
                .satisfies(reply -> assertThat(reply.exit()).isNotEqualTo(FileQuery.ABSENT));
    }

    @Test
    void theHostIsNamedByItselfElseByTheFile() throws Exception {
        assertThat(bundle(Map.of("commands/localcli_network-nic-list.txt", "")).host())
                .contains(HOST);
        assertThat(bundle(Map.of(
                                "commands/localcli_system-hostname-get.txt",
                                "   Domain Name: a.b\n   Fully Qualified Domain Name: esx9.a.b\n"))
                        .host())
                .contains("esx9.a.b");
    }

    @Test
    void releaseAndBuildAreTakenFromTheBannerToo() throws Exception {
        EsxcliQuery version = EsxcliQuery.of("system version get");
        Bundle bundle = bundle(Map.of(
                "commands/localcli_network-nic-list.txt", "",
                "commands/vmware_-vl.txt", "VMware ESXi 6.7.0 build-14320388\nVMware ESXi 6.7.0 Update 3\n"));
        assertThat(ask(bundle, version).row(version).need("Version")).isEqualTo("6.7.0");
    }

    @Test
    void namesThatClimbAndLinksAndLongNamesDoNoHarm() throws Exception {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        Archives.entry(tar, "../../commands/localcli_a-list.txt", '0', new byte[] {1});
        Archives.entry(tar, "/commands/localcli_b-list.txt", '0', new byte[] {1});
        Archives.entry(tar, "commands/localcli_c-list.txt", '2', new byte[0]);
        Archives.entry(tar, "x/".repeat(80) + "commands/localcli_d-list.txt", '0', new byte[] {1});
        Archives.entry(tar, "top/commands/localcli_" + "e".repeat(120) + "-list.txt", '0', new byte[] {1});
        Archives.entry(tar, "top/commands/localcli_f-list.txt", '0', new byte[] {'f'});
        Bundle bundle = Bundle.read(write("odd.tgz", Archives.gzip(tar.toByteArray())));
        assertThat(bundle.outputs()).containsOnlyKeys("localcli_" + "e".repeat(120) + "-list", "localcli_f-list");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void damagedAndForeignFilesAreTypedErrors() throws Exception {
        byte[] good = Archives.tgz(Map.of("commands/localcli_network-nic-list.txt", "x".repeat(4000)));
        refused("cut.tgz", Arrays.copyOf(good, good.length / 2));
        refused("empty.tgz", new byte[0]);
        refused("text.tgz", "not an archive".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused("nothing.tgz", Archives.tgz(Map.of("var/log/vmkernel.log", "x")));
        refused("garbage.tgz", Archives.gzip("x".repeat(2000).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> Bundle.read(folder.resolve("none.tgz"))).isInstanceOf(DriverException.class);
    }

    private void refused(String name, byte[] bytes) throws IOException {
        Path file = write(name, bytes);
        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(DriverException.class)
                .hasMessageContaining(name);
    }

    @Test
    void aHugeSizeIsNotBelieved() throws Exception {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        Archives.entry(tar, "commands/localcli_network-nic-list.txt", '0', new byte[0]);
        for (String size : List.of("77777777777", "\u0080\u00ff")) {
            byte[] bytes = tar.toByteArray();
            byte[] head = Arrays.copyOf(bytes, 512);
            byte[] field = size.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            Arrays.fill(head, 124, 136, (byte) (field.length > 2 ? 0 : 0xff));
            System.arraycopy(field, 0, head, 124, field.length);
            Archives.seal(head);
            refused("huge.tgz", Archives.gzip(head));
        }
    }

    @Test
    void aStreamEndsWhereItsBoundIs() throws Exception {
        try (BoundedStream stream = new BoundedStream(new ByteArrayInputStream(new byte[100]), 50)) {
            stream.skipNBytes(50);
            assertThatThrownBy(stream::read).isInstanceOf(MalformedArchiveException.class);
        }
    }

    /** Any bytes give a bundle or a typed error. */
    @Test
    void anyBytes() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a/commands/localcli_network-nic-list.txt", "x".repeat(700));
        files.put("a/etc/ntp.conf", "server a\n");
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((n, t) -> Archives.entry(tar, n, '0', t.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = tar.toByteArray();
            for (int n = 0; n <= random.nextInt(4); n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] head = Arrays.copyOf(bytes, 512);
            if (random.nextBoolean()) {
                Archives.seal(head);
                System.arraycopy(head, 0, bytes, 0, 512);
            }
            try {
                Bundle.read(write("any.tgz", Archives.gzip(bytes)));
            } catch (DriverException expected) {
                assertThat(expected).hasMessageContaining("any.tgz");
            }
        }
    }
}
