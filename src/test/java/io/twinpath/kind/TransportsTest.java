package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.ssh.ScriptedHost;
import io.twinpath.lab.LabShell;
import io.twinpath.lab.site.Site;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import io.twinpath.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two transports tell the same of one host of the lab, and a change over one of them is seen over the other. Where they
 * differ, one of two independent readings of the documented rules is wrong.
 */
class TransportsTest {

    private static final String HOST = ReleaseContractTest.HOST;

    /** By kind, what the API does not tell even though a spec can say it; each is among what the binding lacks. */
    private static final Map<String, Set<String>> UNTOLD = Map.of(
            "nic", Set.of("enabled"),
            "firewall", Set.of("enabled"),
            "multipath", Set.of("rules", "devices"));

    /** Maintenance takes time, and of the SNMP agent the API tells too little. */
    private static final Set<String> APART = Set.of("maintenance", "snmp");

    @TestFactory
    Stream<DynamicTest> bothTellTheSameOfWhatThereIs() {
        return ReleaseContractTest.RELEASES.stream()
                .flatMap(release -> both().map(kind ->
                        DynamicTest.dynamicTest(release + " " + kind.name(), () -> same(release, kind))));
    }

    @TestFactory
    Stream<DynamicTest> aChangeOverTheApiIsSeenOverSshAndCanBeUndone() {
        return Stream.of("6.7", "8.0")
                .flatMap(release -> both().flatMap(kind ->
                        ReleaseContractTest.cases().getOrDefault(kind.name(), List.of()).stream()
                                .map(one -> DynamicTest.dynamicTest(
                                        release + " " + kind.name() + " " + one.name(),
                                        () -> changed(release, kind, one)))));
    }

    private static Stream<Kind<?>> both() {
        return ReleaseContractTest.KINDS.byName().values().stream()
                .filter(k -> !APART.contains(k.name()))
                .filter(k -> k.binding(Transport.SSH).isPresent()
                        && k.binding(Transport.API).isPresent());
    }

    private static <D extends Record & Desired> void same(String release, Kind<D> kind) throws Exception {
        Site site = ReleaseContractTest.site(release);
        try (LabShell shell = new LabShell(site, HOST)) {
            Reader ssh = new ScriptedHost(shell, HOST, Format.XML);
            Reader api = new LabApi(site, HOST);
            Map<Address, Optional<D>> listed = found(kind, Transport.SSH, ssh);
            for (Map.Entry<Address, Optional<D>> each : listed.entrySet()) {
                Optional<D> wanted = each.getValue()
                        .filter(w -> kind.binding(Transport.API)
                                .orElseThrow()
                                .lacks(w)
                                .isEmpty());
                if (wanted.isEmpty() && each.getValue().isPresent()) {
                    continue;
                }
                Observed<D> over = read(kind, Transport.API, api, each.getKey(), wanted);
                if (over instanceof Observed.Unreadable<D> u && u.reason().contains("which slot")) {
                    assertThat(release.compareTo("8.0")).isNegative();
                    continue;
                }
                Object told = told(kind, over);
                if (release.equals("6.0") && kind.name().equals("vmkernel") && told instanceof Map<?, ?> fields) {
                    fields.remove("gateway"); // of an interface; esxcli of 6.0 has no column for it
                }
                assertThat(told)
                        .as("%s", each.getKey())
                        .isEqualTo(told(kind, read(kind, Transport.SSH, ssh, each.getKey(), wanted)));
            }
        }
    }

    private static <D extends Record & Desired> Map<Address, Optional<D>> found(
            Kind<D> kind, Transport transport, Reader reader) throws DriverException, UnreadableException {
        Binding<D> binding = kind.binding(transport).orElseThrow();
        Replies replies = Replies.none();
        if (!binding.census().isEmpty()) {
            replies.add(reader.ask(binding.census()));
        }
        return binding.found(new Scope.Host(HOST), replies);
    }

    /** What a spec could say of it, without what the API does not tell. */
    private static <D extends Record & Desired> Object told(Kind<D> kind, Observed<D> observed) {
        if (!(observed instanceof Observed.Present<D> present)) {
            return observed;
        }
        Map<String, Value> fields =
                new LinkedHashMap<>(kind.shape().managed(present.value()).fields());
        fields.keySet().removeAll(UNTOLD.getOrDefault(kind.name(), Set.of()));
        if (kind.name().equals("nic") && !fields.containsKey("speed")) {
            fields.remove("duplex"); // of a port without link esxcli says half
        }
        return fields;
    }

    private static <D extends Record & Desired> Observed<D> read(
            Kind<D> kind, Transport transport, Reader reader, Address address, Optional<D> wanted)
            throws DriverException {
        Binding<D> binding = kind.binding(transport).orElseThrow();
        Replies replies = Replies.none();
        for (int round = 0; round < 2; round++) {
            List<Query> open = binding.queries(address, wanted, replies).stream()
                    .filter(q -> !replies.has(q))
                    .toList();
            if (!open.isEmpty()) {
                replies.add(reader.ask(open));
            }
        }
        try {
            return binding.read(address, wanted, replies);
        } catch (UnreadableException e) {
            return new Observed.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    private static <D extends Record & Desired> void changed(String release, Kind<D> kind, ReleaseContractTest.Case one)
            throws Exception {
        Site site = ReleaseContractTest.site(release);
        Address address = Address.onHost(kind.name(), HOST, one.name());
        Binding<D> words = kind.binding(Transport.API).orElseThrow();
        LabApi api = new LabApi(site, HOST);
        Deque<Change<D>> done = new ArrayDeque<>();
        Deque<Object> before = new ArrayDeque<>();
        for (Map<String, Object> state : one.states()) {
            D wanted = kind.shape().restore(RoundTripTest.fields(state)).orElseThrow();
            if (words.lacks(wanted).isPresent() || state.containsKey("netstacks")) {
                continue; // nor has the host the stack, which a plan would make first
            }
            Resource<D> resource = RoundTripTest.resource(address, wanted);
            Observed<D> found = read(kind, Transport.API, api, address, Optional.of(wanted));
            assertThat(found).isNotInstanceOf(Observed.Unreadable.class);
            Optional<Change<D>> change = RoundTripTest.change(kind, resource, found);
            if (change.isEmpty()) {
                continue;
            }
            before.push(told(kind, ssh(site, kind, resource)));
            send(api, words.script(change.orElseThrow()));
            done.push(change.orElseThrow());
            assertThat(RoundTripTest.change(
                            kind, resource, read(kind, Transport.API, api, address, resource.desired())))
                    .as("API %s", state)
                    .isEmpty();
            assertThat(RoundTripTest.change(kind, resource, ssh(site, kind, resource)))
                    .as("SSH %s", state)
                    .isEmpty();
        }
        while (!done.isEmpty()) {
            Change<D> change = done.pop();
            List<Command> back = words.script(RoundTripTest.opposite(change));
            if (back.isEmpty()) {
                assertThat(kind.name())
                        .as("a list without servers cannot be sent")
                        .isEqualTo("ntp");
                break;
            }
            send(api, back);
            assertThat(told(kind, ssh(site, kind, change.resource()))).isEqualTo(before.pop());
        }
    }

    /** A new shell each time: it has its files from when it was made. */
    private static <D extends Record & Desired> Observed<D> ssh(Site site, Kind<D> kind, Resource<D> resource)
            throws Exception {
        try (LabShell shell = new LabShell(site, HOST)) {
            Reader reader = new ScriptedHost(shell, HOST, Format.XML);
            return read(kind, Transport.SSH, reader, resource.address(), resource.desired());
        }
    }

    private static void send(LabApi api, List<Command> commands) {
        for (Command command : commands) {
            Reply reply = api.send(command);
            assertThat(reply.ok()).as("%s: %s", command, reply.body()).isTrue();
        }
    }
}
