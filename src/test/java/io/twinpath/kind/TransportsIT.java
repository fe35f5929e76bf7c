package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diff.Differ;
import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.Writer;
import io.twinpath.driver.api.ApiDriver;
import io.twinpath.driver.api.ApiLimits;
import io.twinpath.driver.api.ApiTarget;
import io.twinpath.driver.api.CertificatePins;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.ssh.ScriptedHost;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.kind.dns.Dns;
import io.twinpath.lab.ApiEndpoint;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.LabShell;
import io.twinpath.lab.site.Site;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import io.twinpath.model.shape.Field;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same host over SSH and, on a real wire, over its own vSphere API: the same facts, and what one changes the other sees. */
final class TransportsIT {

    private static final String HOST = ReleaseContractTest.HOST;
    private static final String RELEASE = "8.0";

    /** One simulated host, and the two ways to it. */
    private record Both(Lab lab, Site site, ApiDriver driver, Reader api, Writer writer) implements AutoCloseable {

        static Both of(Site site) throws DriverException {
            Lab lab = Lab.open(site, LabOptions.NONE).orElseThrow();
            ApiEndpoint at =
                    Objects.requireNonNull(lab.endpoints().hosts().get(HOST)).api();
            URI url = URI.create(at.url());
            ApiTarget target = new ApiTarget(
                    HOST,
                    url.getHost(),
                    url.getPort(),
                    at.user(),
                    Optional.of(ApiTarget.Password.known(Secret.of(at.password()))),
                    Optional.of(at.sha256()));
            ApiDriver driver = new ApiDriver(
                    List.of(target),
                    Map.of(),
                    new CertificatePins(Path.of("target/none")),
                    Secrets.none(),
                    ApiLimits.standard());
            return new Both(lab, site, driver, driver.reader(HOST), driver.writer(HOST));
        }

        /** A login of its own for each reading, which sees the files as they are then. */
        Map<Query, Reply> ask(Transport transport, List<Query> queries) throws DriverException {
            if (transport == Transport.API) {
                return api.ask(queries);
            }
            try (LabShell shell = new LabShell(site, HOST)) {
                return new ScriptedHost(shell, HOST, Format.XML).ask(queries);
            }
        }

        <D extends Record & Desired> Observed<D> read(Binding<D> binding, Address address, Optional<D> wanted)
                throws DriverException {
            Replies replies = Replies.none();
            for (int round = 0; round < 2; round++) {
                List<Query> queries = binding.queries(address, wanted, replies).stream()
                        .filter(q -> !replies.has(q))
                        .toList();
                queries.forEach(Vim25::sound);
                if (!queries.isEmpty()) {
                    replies.add(ask(binding.transport(), queries));
                }
            }
            try {
                return binding.read(address, wanted, replies);
            } catch (UnreadableException e) {
                return new Observed.Unreadable<>(String.valueOf(e.getMessage()));
            }
        }

        <D extends Record & Desired> Map<Address, Optional<D>> found(Binding<D> binding)
                throws DriverException, UnreadableException {
            Replies replies = Replies.none();
            if (!binding.census().isEmpty()) {
                replies.add(ask(binding.transport(), binding.census()));
            }
            return binding.found(new Scope.Host(HOST), replies);
        }

        <D extends Record & Desired> void send(Binding<D> binding, Change<D> change) throws DriverException {
            List<Command> commands = binding.script(change);
            assertThat(commands).as("%s", change).isNotEmpty();
            for (Command command : commands) {
                Reply reply = writer.send(Vim25.sound(command));
                assertThat(reply.ok()).as("%s: %s", command, reply.body()).isTrue();
            }
        }

        @Override
        public void close() {
            writer.close();
            api.close();
            driver.close();
            lab.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> bothTellTheSame() {
        return kinds().map(k -> DynamicTest.dynamicTest(k.name(), () -> same(k, ReleaseContractTest.site(RELEASE))));
    }

    @TestFactory
    Stream<DynamicTest> whatOneChangesTheOtherSees() {
        return ReleaseContractTest.cases().entrySet().stream()
                .flatMap(e -> kinds().filter(k -> k.name().equals(e.getKey()))
                        .flatMap(k -> e.getValue().stream()
                                .map(c -> DynamicTest.dynamicTest(
                                        k.name() + " " + c.name(),
                                        () -> changed(k, c, ReleaseContractTest.site(RELEASE))))));
    }

    private static Stream<? extends Kind<?>> kinds() {
        return ReleaseContractTest.KINDS.byName().values().stream()
                .filter(k ->
                        k.bindings().stream().map(Binding::transport).distinct().count() == 2);
    }

    private static <D extends Record & Desired> Binding<D> over(Kind<D> kind, Transport transport) {
        return kind.bindings().stream()
                .filter(b -> b.transport() == transport)
                .findFirst()
                .orElseThrow();
    }

    private static <D extends Record & Desired> void same(Kind<D> kind, Site site) throws Exception {
        try (Both both = Both.of(site)) {
            Binding<D> ssh = over(kind, Transport.SSH);
            Binding<D> api = over(kind, Transport.API);
            Map<Address, Optional<D>> found = both.found(ssh);
            if (!api.census().isEmpty()) {
                assertThat(both.found(api).keySet()).isEqualTo(found.keySet());
            }
            for (Map.Entry<Address, Optional<D>> one : found.entrySet()) {
                if (both.read(ssh, one.getKey(), one.getValue()) instanceof Observed.Present<D> told
                        && api.lacks(told.value()).isEmpty()) {
                    Resource<D> asTold = RoundTripTest.resource(one.getKey(), told.value());
                    assertThat(Differ.change(kind, asTold, both.read(api, one.getKey(), asTold.desired())))
                            .as("%s", one.getKey())
                            .isInstanceOf(Change.Keep.class);
                }
            }
        }
    }

    /** What was read, by field; without what only the API tells, for its own use. */
    private static <D extends Record & Desired> Map<String, Object> values(Kind<D> kind, Observed<D> observed) {
        if (!(observed instanceof Observed.Present<D> present)) {
            return Map.of("observed", observed);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : kind.shape().fields()) {
            if (!field.name().equals("api")) {
                values.put(field.name(), field.read(present.value()));
            }
        }
        return values;
    }

    /** A stack that nobody uses yet cannot be edited in the lab. */
    private static boolean cannotBeSaid(Object wanted) {
        return wanted instanceof Dns dns && !dns.netstacks().isEmpty();
    }

    private static <D extends Record & Desired> void changed(Kind<D> kind, ReleaseContractTest.Case one, Site site)
            throws Exception {
        try (Both both = Both.of(site)) {
            Binding<D> api = over(kind, Transport.API);
            Address address = Address.onHost(kind.name(), HOST, one.name());
            Deque<Change<D>> done = new ArrayDeque<>();
            List<Map<String, Object>> before = new ArrayList<>();
            for (Map<String, Object> state : one.states()) {
                D wanted = kind.shape().restore(RoundTripTest.fields(state)).orElseThrow();
                if (api.lacks(wanted).isPresent() || cannotBeSaid(wanted)) {
                    continue;
                }
                Resource<D> resource = RoundTripTest.resource(address, wanted);
                Observed<D> found = both.read(api, address, Optional.of(wanted));
                before.add(values(kind, both.read(over(kind, Transport.SSH), address, Optional.of(wanted))));
                Change<D> change = Differ.change(kind, resource, found);
                assertThat(change)
                        .as("%s", state)
                        .isNotInstanceOf(Change.Keep.class)
                        .isNotInstanceOf(Change.Blocked.class);
                both.send(api, change);
                done.push(change);
                for (Transport transport : Transport.values()) {
                    Observed<D> now = both.read(over(kind, transport), address, Optional.of(wanted));
                    assertThat(Differ.change(kind, resource, now))
                            .as("%s %s", transport, state)
                            .isInstanceOf(Change.Keep.class);
                }
            }
            while (!done.isEmpty()) {
                Change<D> back = RoundTripTest.opposite(done.pop());
                if (address.kind().equals("ntp") && api.script(back).isEmpty()) {
                    return; // no servers cannot be told from servers that are not spoken of
                }
                both.send(api, back);
                assertThat(values(
                                kind,
                                both.read(
                                        over(kind, Transport.SSH),
                                        address,
                                        back.resource().desired())))
                        .isEqualTo(before.remove(before.size() - 1));
            }
        }
    }
}
