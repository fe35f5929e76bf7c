package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.ssh.ScriptedHost;
import io.twinpath.kind.host.HostKind;
import io.twinpath.kind.host.HostState;
import io.twinpath.kind.host.HostState.Fabric;
import io.twinpath.kind.host.HostState.Neighbour;
import io.twinpath.kind.host.HostState.PathState;
import io.twinpath.kind.host.HostState.Protocol;
import io.twinpath.lab.LabShell;
import io.twinpath.lab.site.Component;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.Observed;
import io.twinpath.model.Portal;
import io.twinpath.model.Seconds;
import io.twinpath.model.Transport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The state of a host over both transports. */
class HostStateTest {

    private static final HostKind KIND = new HostKind();
    private static final List<String> LAIN = List.of(Sites.ESXI1, "esxi2.lain.local", Sites.ESXI3);

    @TestFactory
    Stream<DynamicTest> bothTellTheSameOnEveryRelease() {
        return ReleaseContractTest.RELEASES.stream()
                .map(release -> DynamicTest.dynamicTest(release, () -> {
                    Site site = ReleaseContractTest.site(release);
                    site.vms.values().forEach(vm -> vm.on = true);
                    same(site, ReleaseContractTest.HOST);
                }));
    }

    @TestFactory
    Stream<DynamicTest> bothTellTheSameOfHostsWithSharedStorage() {
        return LAIN.stream().map(host -> DynamicTest.dynamicTest(host, () -> same(Sites.lain(), host)));
    }

    private static void same(Site site, String host) throws Exception {
        HostState ssh = ssh(site, host);
        HostState api = api(site, host);
        assertThat(ssh.paths()).isNotEmpty();
        assertThat(ssh.neighbours()).isEmpty();
        assertThat(api.neighbours()).isPresent();
        assertThat(HostKind.at(host)).hasToString("host:" + host);
        assertThat(apart(api)).isEqualTo(apart(ssh));
    }

    /** A lost volume is no file system for esxcli, and of a dead path it knows no session: the API tells more. */
    @TestFactory
    Stream<DynamicTest> bothTellTheSameOfWhatIsLost() {
        List<String> parts = List.of(
                new Component.ArrayNamed("stor1.lain.local").toString(),
                new Component.Switch("sw1").toString(),
                new Component.CardIn(Sites.ESXI3, "5").toString(),
                new Component.PortalAt("10.20.0.11").toString());
        return parts.stream()
                .flatMap(part -> LAIN.stream()
                        .map(host -> DynamicTest.dynamicTest(part + " of " + host, () -> {
                            Site site = Sites.lain();
                            Sites.happen(site, "fail " + part);
                            HostState ssh = ssh(site, host);
                            HostState api = api(site, host);
                            assertThat(states(api)).isEqualTo(states(ssh));
                            assertThat(reached(api)).isEqualTo(reached(ssh));
                            assertThat(api.volumes().keySet())
                                    .isEqualTo(ssh.volumes().keySet());
                            assertThat(api.ports()).isEqualTo(ssh.ports());
                            assertThat(api.devices()).isEqualTo(ssh.devices());
                            assertThat(api.machines()).isEqualTo(ssh.machines());
                        })));
    }

    @Test
    void itIsWhatTheSiteHas() throws Exception {
        HostState state = api(Sites.lain(), Sites.ESXI1);
        Processors processors = state.processors().orElseThrow();
        assertThat(processors.capacity()).isEqualTo(new Megahertz(processors.cores() * 2600L));
        assertThat(state.memory()).contains(new Mebibytes(131_072));
        assertThat(state.maintenance()).isFalse();
        assertThat(state.apd()).isEqualTo(new HostState.Apd(Optional.of(true), Optional.of(new Seconds(140))));
        assertThat(state.devices()).containsKey(Sites.STOR1);
        assertThat(state.paths().values())
                .filteredOn(p -> p.device().equals(Sites.STOR1))
                .isNotEmpty()
                .allSatisfy(p -> {
                    assertThat(p.active()).isTrue();
                    assertThat(p.fabric()).contains(Fabric.ISCSI);
                    HostState.Session session = p.session().orElseThrow();
                    assertThat(session.vmk()).isPresent();
                    assertThat(session.portal().map(Portal::port)).contains(3260);
                });
        assertThat(state.volumes().values())
                .filteredOn(v -> v.devices().orElseThrow().contains(Sites.STOR1))
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.mounted()).contains(true);
                    assertThat(v.accessible()).contains(true);
                });
        assertThat(state.machines())
                .isNotEmpty()
                .allMatch(
                        m -> m.datastore().filter(state.volumes()::containsKey).isPresent());
    }

    /** A cable's other end, as CDP announces it; a port without link hears nothing. */
    @Test
    void neighboursAreThoseOfTheCables() throws Exception {
        Site site = Sites.lain();
        Map<String, Neighbour> neighbours = api(site, Sites.ESXI1).neighbours().orElseThrow();
        assertThat(neighbours.values()).isNotEmpty().allMatch(n -> n.protocol() == Protocol.CDP);
        String name = neighbours.values().iterator().next().device();
        Sites.happen(site, "fail switch:" + name);
        HostState after = api(site, Sites.ESXI1);
        assertThat(after.neighbours().orElseThrow().values())
                .extracting(Neighbour::device)
                .doesNotContain(name);
        assertThat(after.ports().values())
                .anyMatch(p -> p.link().equals(Optional.of(false)) && p.speed().isEmpty());
    }

    /** One round over SSH; over the API a second one for what only the first answers name. */
    @Test
    void listsAreAskedAndNothingOfSingleObjects() throws Exception {
        List<Query> over = KIND.binding(Transport.SSH)
                .orElseThrow()
                .queries(HostKind.at(Sites.ESXI1), Optional.empty(), Replies.none());
        assertThat(over).hasSize(16).doesNotHaveDuplicates();
        assertThat(KIND.bindings()).allMatch(b -> b.census().isEmpty());
    }

    /** What a release does not have is not told; without the lists that everything hangs on there is no state. */
    @Test
    void whatAHostRefusesIsNotTold() throws Exception {
        Site site = Sites.lain();
        try (LabShell shell = new LabShell(site, Sites.ESXI1)) {
            ScriptedHost host = new ScriptedHost(shell, Sites.ESXI1, Format.XML);
            Reader reader = new Refusing(
                    host,
                    List.of("hardware cpu", "hardware memory", "nfs41", "system settings", "vmfs extent", "iscsi"));
            HostState state = present(read(Transport.SSH, reader, Sites.ESXI1));
            assertThat(state.processors()).isEmpty();
            assertThat(state.memory()).isEmpty();
            assertThat(state.apd()).isEqualTo(new HostState.Apd(Optional.empty(), Optional.empty()));
            assertThat(state.volumes().values())
                    .filteredOn(v -> v.uuid().isPresent())
                    .isNotEmpty()
                    .allMatch(v -> v.devices().isEmpty());
            assertThat(state.paths().values())
                    .flatExtracting(p -> p.session().stream().toList())
                    .isNotEmpty()
                    .allMatch(s -> s.vmk().isEmpty()
                            && s.portal().isEmpty()
                            && s.target().isPresent());
            for (String needed : List.of("core path list", "core device list", "nic list", "maintenance", "process")) {
                assertThat(read(Transport.SSH, new Refusing(host, List.of(needed)), Sites.ESXI1))
                        .as(needed)
                        .isInstanceOf(Observed.Unreadable.class);
            }
        }
    }

    /** Whatever arrives is a state or a reason why there is none. */
    @Test
    void damagedAnswersAreReadOrRefused() throws Exception {
        Random random = new Random(7);
        Site site = Sites.lain();
        int refused = 0;
        try (LabShell shell = new LabShell(site, Sites.ESXI1)) {
            Reader told = new Remembering(new LabApi(site, Sites.ESXI1), new HashMap<>());
            List<Reader> printed = Stream.of(Format.values())
                    .<Reader>map(f -> new Remembering(new ScriptedHost(shell, Sites.ESXI1, f), new HashMap<>()))
                    .toList();
            for (int i = 0; i < 300; i++) {
                Reader ssh = new Garbled(printed.get(i % printed.size()), random);
                Reader api = new Garbled(told, random);
                refused += read(Transport.SSH, ssh, Sites.ESXI1) instanceof Observed.Unreadable<HostState> ? 1 : 0;
                refused += read(Transport.API, api, Sites.ESXI1) instanceof Observed.Unreadable<HostState> ? 1 : 0;
            }
        }
        assertThat(refused).isBetween(30, 570);
    }

    private static HostState apart(HostState state) {
        return new HostState(
                state.processors(),
                state.memory(),
                state.maintenance(),
                state.devices(),
                state.paths(),
                state.volumes(),
                state.ports(),
                state.apd(),
                state.machines(),
                Optional.empty());
    }

    private static Map<String, Optional<PathState>> states(HostState state) {
        Map<String, Optional<PathState>> states = new TreeMap<>();
        state.paths().forEach((name, path) -> states.put(name + " " + path.device(), path.state()));
        return states;
    }

    private static SortedSet<String> reached(HostState state) {
        SortedSet<String> reached = new TreeSet<>();
        state.volumes().forEach((name, volume) -> {
            if (volume.accessible().orElseThrow()) {
                reached.add(name);
            }
        });
        return reached;
    }

    private static HostState ssh(Site site, String host) throws Exception {
        try (LabShell shell = new LabShell(site, host)) {
            return present(read(Transport.SSH, new ScriptedHost(shell, host, Format.XML), host));
        }
    }

    private static HostState api(Site site, String host) throws Exception {
        return present(read(Transport.API, new LabApi(site, host), host));
    }

    private static HostState present(Observed<HostState> observed) {
        if (observed instanceof Observed.Present<HostState> present) {
            return present.value();
        }
        throw new AssertionError(observed.toString());
    }

    private static Observed<HostState> read(Transport transport, Reader reader, String host) throws Exception {
        Binding<HostState> binding = KIND.binding(transport).orElseThrow();
        Replies replies = Replies.none();
        for (int round = 0; round < 2; round++) {
            List<Query> open = binding.queries(HostKind.at(host), Optional.empty(), replies).stream()
                    .filter(q -> !replies.has(q))
                    .toList();
            assertThat(transport == Transport.SSH && round == 1 && !open.isEmpty())
                    .as("a second round over SSH")
                    .isFalse();
            if (!open.isEmpty()) {
                replies.add(reader.ask(open));
            }
        }
        try {
            return binding.read(HostKind.at(host), Optional.empty(), replies);
        } catch (UnreadableException e) {
            return new Observed.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    /** Asks everything once. */
    private record Remembering(Reader reader, Map<Query, Reply> known) implements Reader {

        @Override
        public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
            List<Query> open =
                    queries.stream().filter(q -> !known.containsKey(q)).toList();
            known.putAll(reader.ask(open));
            Map<Query, Reply> replies = new LinkedHashMap<>(known);
            replies.keySet().retainAll(queries);
            return replies;
        }

        @Override
        public void close() {}
    }

    /** A host of an older release, or one that is unwell: some commands fail. */
    private record Refusing(Reader host, List<String> words) implements Reader {

        @Override
        public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
            Map<Query, Reply> replies = new LinkedHashMap<>(host.ask(queries));
            replies.replaceAll((query, reply) -> words.stream().anyMatch(query.toString()::contains)
                    ? new Reply(1, Format.TEXT, "Error: Unknown command or namespace", "lab")
                    : reply);
            return replies;
        }

        @Override
        public void close() {}
    }
}
