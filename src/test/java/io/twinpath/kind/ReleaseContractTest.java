package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinpath.diag.Span;
import io.twinpath.driver.Command;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.ssh.ScriptedHost;
import io.twinpath.lab.LabShell;
import io.twinpath.lab.site.NfsExport;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Scope;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Transport;
import io.twinpath.observe.Observer;
import io.twinpath.observe.Progress;
import io.twinpath.observe.Target;
import io.twinpath.spec.hardware.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every kind on a lab host of every release, read through every formatter. What a kind finds is taken from its
 * own census; what it changes stands in {@code contract.yml}.
 */
class ReleaseContractTest {

    static final List<String> RELEASES = List.of("6.0", "6.5", "6.7", "7.0", "8.0", "9.0");

    private static final Path CASES = Path.of("src/test/resources/contract.yml");
    static final Kinds KINDS = Kinds.standard(CatalogueReader.standard());
    static final String HOST = "esxi1.lab.example";

    /** What a fresh host of a release has of some kinds. */
    private static final Map<String, Snapshot> BEFORE = new ConcurrentHashMap<>();

    /**
     * A resource and the states that it is brought into, one after the other.
     *
     * @param delete whether it is deleted and made again at last
     */
    record Case(String name, List<Map<String, Object>> states, boolean delete) {}

    /** By kind. */
    static Map<String, List<Case>> cases() {
        try {
            return new TreeMap<>(new YAMLMapper()
                    .readValue(Files.readString(CASES), new TypeReference<Map<String, List<Case>>>() {}));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFormatterTellsTheSame() {
        return RELEASES.stream().map(r -> DynamicTest.dynamicTest(r, () -> same(r)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsSentIsReadBackAndCanBeUndone() {
        return RELEASES.stream()
                .flatMap(r -> cases().entrySet().stream()
                        .flatMap(k -> k.getValue().stream()
                                .map(c -> DynamicTest.dynamicTest(
                                        r + " " + k.getKey() + " " + c.name, () -> changed(r, kind(k.getKey()), c)))));
    }

    private static Kind<?> kind(String name) {
        return KINDS.kind(name).orElseThrow();
    }

    static Site site(String release) {
        String local = "    local_disks: [{device: naa.6d0946606d1c3e0029b5f1c20d4e7a13, lun: 0, vendor: DELL,"
                + " model: PERC H730 Mini, revision: \"4.30\", size_mib: 915200, ssd: true}]\n";
        Site site = Sites.generated(release, local);
        site.vms.values().forEach(vm -> vm.on = false);
        site.exports.add(new NfsExport("10.0.0.50", "/isos", 1 << 20, 1 << 19));
        return site;
    }

    private static void same(String release) throws Exception {
        try (LabShell shell = new LabShell(site(release), HOST)) {
            List<Target<?>> targets = found(shell, Format.XML, KINDS);
            Snapshot xml = look(shell, Format.XML, targets);
            assertThat(xml.hosts().values())
                    .allMatch(h -> h instanceof HostFact.Reached r
                            && r.identified()
                            && r.version().startsWith(release + "."));
            assertThat(xml.facts()).hasSizeGreaterThan(20);
            assertThat(xml.facts().values()).extracting(Fact::observed).allMatch(o -> o instanceof Observed.Present<?>);
            for (Format format : Format.values()) {
                assertThat(found(shell, format, KINDS)).as(format.name()).isEqualTo(targets);
                assertThat(look(shell, format, targets)).as(format.name()).isEqualTo(xml);
            }
        }
    }

    static <D extends Record & Desired> Target<D> observed(Kind<D> kind) {
        return new Target<>(Address.inSite(kind.name(), HOST), Optional.empty());
    }

    /** Everything that a census finds, of each kind; what is only read has no census and is called as its host. */
    private static List<Target<?>> found(LabShell shell, Format format, Kinds kinds)
            throws DriverException, UnreadableException {
        List<Target<?>> targets = new ArrayList<>();
        for (Kind<?> kind : kinds.byName().values()) {
            if (kind.binding(Transport.SSH).isPresent()) {
                targets.addAll(
                        kind.role() == Kind.Role.OBSERVED
                                ? List.of(observed(kind))
                                : found(kind, new ScriptedHost(shell, HOST, format)));
            }
        }
        return targets;
    }

    static <D extends Record & Desired> List<Target<D>> found(Kind<D> kind, Reader host)
            throws DriverException, UnreadableException {
        Binding<D> binding = kind.bindings().get(0);
        Replies replies = Replies.none();
        List<Query> census = binding.census();
        if (!census.isEmpty()) {
            replies.add(host.ask(census));
        }
        return binding.found(new Scope.Host(HOST), replies).entrySet().stream()
                .map(e -> new Target<>(e.getKey(), e.getValue()))
                .toList();
    }

    private static Snapshot look(LabShell shell, Format format, List<Target<?>> targets) throws InterruptedException {
        return look(new ScriptedHost(shell, HOST, format), targets);
    }

    static Snapshot look(Reader host, List<? extends Target<?>> targets) throws InterruptedException {
        return new Observer(KINDS, new OneHost(host), 1, () -> Instant.EPOCH)
                .observe(List.of(HOST), targets, Progress.silent());
    }

    /** Changes are read back through every formatter on three releases, through the two that SSH uses on the others. */
    private static List<Format> formats(String release) {
        return Set.of("6.7", "7.0", "8.0").contains(release)
                ? List.of(Format.values())
                : List.of(Format.XML, Format.TEXT);
    }

    private static <D extends Record & Desired> void changed(String release, Kind<D> kind, Case one) throws Exception {
        try (LabShell shell = new LabShell(site(release), HOST)) {
            // On one release nothing else of the host may have changed either; that takes a while.
            Kinds around = release.equals("6.7") ? KINDS : Kinds.of(List.of(kind));
            Snapshot before =
                    BEFORE.computeIfAbsent(release + around.byName().keySet(), r -> everything(shell, around));
            Address address = Address.onHost(kind.name(), HOST, one.name);
            Deque<Change<D>> done = new ArrayDeque<>();
            for (Map<String, Object> state : one.states) {
                D wanted = kind.shape().restore(RoundTripTest.fields(state)).orElseThrow();
                Resource<D> resource = RoundTripTest.resource(address, wanted);
                Change<D> change = RoundTripTest.change(kind, resource, read(shell, Format.XML, address, wanted, kind))
                        .orElseThrow(() -> new AssertionError("nothing to do for " + state));
                send(shell, kind, change);
                done.push(change);
                D xml = settled(kind, read(shell, Format.XML, address, wanted, kind), wanted);
                for (Format format : formats(release)) {
                    assertThat(settled(kind, read(shell, format, address, wanted, kind), wanted))
                            .as("%s %s", format, state)
                            .isEqualTo(xml);
                }
            }
            if (one.delete) {
                deleted(shell, kind, address, around);
            }
            while (!done.isEmpty()) {
                send(shell, kind, RoundTripTest.opposite(done.pop()));
            }
            assertThat(everything(shell, around)).isEqualTo(before);
        }
    }

    /** All that the host has of some kinds, whether or not the case is about it. */
    private static Snapshot everything(LabShell shell, Kinds kinds) {
        try {
            return look(shell, Format.XML, found(shell, Format.XML, kinds));
        } catch (DriverException | UnreadableException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <D extends Record & Desired> void deleted(
            LabShell shell, Kind<D> kind, Address address, Kinds around) throws Exception {
        Snapshot before = everything(shell, around);
        if (!(read(shell, Format.XML, address, Optional.<D>empty(), kind) instanceof Observed.Present<D> present)) {
            throw new AssertionError(address + " is not there");
        }
        Resource<D> gone =
                new Resource<>(address, Optional.empty(), Span.of("test.yml", 1, 1, 0), new TreeMap<>(), Set.of());
        send(shell, kind, new Change.Delete<>(gone, present.value()));
        for (Format format : Format.values()) {
            assertThat(read(shell, format, address, Optional.<D>empty(), kind))
                    .as(format.name())
                    .isEqualTo(new Observed.Absent<>());
        }
        send(shell, kind, new Change.Create<>(gone, present.value()));
        assertThat(everything(shell, around)).isEqualTo(before);
    }

    /** What is there, which is what was wanted. */
    private static <D extends Record & Desired> D settled(Kind<D> kind, Observed<D> observed, D wanted) {
        if (!(observed instanceof Observed.Present<D> present)) {
            throw new AssertionError(observed.toString());
        }
        assertThat(kind.compare(kind.settle(wanted, present.value()), present.value()))
                .as("%s", present)
                .isEmpty();
        return present.value();
    }

    private static <D extends Record & Desired> Observed<D> read(
            LabShell shell, Format format, Address address, D wanted, Kind<D> kind) throws InterruptedException {
        return read(shell, format, address, Optional.of(wanted), kind);
    }

    private static <D extends Record & Desired> Observed<D> read(
            LabShell shell, Format format, Address address, Optional<D> wanted, Kind<D> kind)
            throws InterruptedException {
        Snapshot seen = look(shell, format, List.of(new Target<>(address, wanted)));
        return kind.typed(seen.fact(address).orElseThrow().observed());
    }

    private static <D extends Record & Desired> void send(LabShell shell, Kind<D> kind, Change<D> change)
            throws DriverException {
        List<Command> commands = kind.bindings().get(0).script(change);
        assertThat(commands).as("%s", change).isNotEmpty();
        for (Command command : commands) {
            Reply reply = new ScriptedHost(shell, HOST, Format.XML).send(command);
            assertThat(reply.ok()).as("%s: %s", command, reply.body()).isTrue();
        }
    }

    private record OneHost(Reader host) implements Driver {

        @Override
        public List<Transport> ways(String place) {
            return Driver.sshToHosts(place);
        }

        @Override
        public Reader reader(String name) {
            return host;
        }

        @Override
        public Writer writer(String name) {
            throw new AssertionError("a reading wants to change " + name);
        }
    }
}
