package io.twinpath.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.DriverException.Problem;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Several transports as one: the first that opens, each opened once, and none led around a wrong key. */
class MixedDriverTest {

    private static final Query UUID = EsxcliQuery.of("system uuid get");

    private final List<String> opened = new ArrayList<>();
    private final Map<Transport, Problem> broken = new EnumMap<>(Transport.class);

    @Test
    void whatCannotBeReachedIsPassedOverAndNamed() throws Exception {
        broken.put(Transport.API, Problem.UNREACHABLE);
        try (Reader session = mixed(Transport.API, Transport.SSH).reader("esxi1")) {
            assertThat(session.closed()).containsOnlyKeys(Transport.API);
            assertThat(Objects.requireNonNull(session.ask(List.of(UUID)).get(UUID))
                            .ok())
                    .isTrue();
        }
        assertThat(opened).containsExactly("API esxi1", "SSH esxi1");
    }

    @Test
    void nobodyIsLedAroundWhatIsNotTrusted() {
        for (Problem problem : List.of(Problem.UNTRUSTED, Problem.UNAUTHENTICATED)) {
            broken.put(Transport.API, problem);
            assertThatThrownBy(() -> mixed(Transport.API, Transport.SSH).reader("esxi1"))
                    .isInstanceOfSatisfying(
                            DriverException.class, e -> assertThat(e.problem()).isEqualTo(problem));
        }
        assertThat(opened).containsOnly("API esxi1");
    }

    @Test
    void aSecondWayThatIsClosedAnswersWithItsReasonAndIsTriedOnce() throws Exception {
        broken.put(Transport.SSH, Problem.UNAUTHENTICATED);
        try (Reader session = mixed(Transport.API, Transport.SSH).reader("esxi1")) {
            assertThat(opened).containsExactly("API esxi1");
            for (int i = 0; i < 2; i++) {
                Reply reply = Objects.requireNonNull(session.ask(List.of(UUID)).get(UUID));
                assertThat(reply.exit()).isEqualTo(Reply.NOT_ASKED);
                Replies replies = Replies.none();
                replies.add(Map.of(UUID, reply));
                assertThatThrownBy(() -> replies.rows(UUID)).hasMessage("SSH is broken.");
            }
        }
        assertThat(opened).containsExactly("API esxi1", "SSH esxi1");
    }

    @Test
    void withoutAnyWayTheReasonIsThatOfThePreferredOne() {
        broken.put(Transport.API, Problem.UNREACHABLE);
        broken.put(Transport.SSH, Problem.UNREACHABLE);
        assertThatThrownBy(() -> mixed(Transport.API, Transport.SSH).reader("esxi1"))
                .hasMessage("API is broken.");
    }

    @Test
    void thereIsNoSshToVCenter() {
        assertThat(mixed(Transport.SSH, Transport.API).ways(Way.VCENTER)).containsExactly(Transport.API);
        assertThat(mixed(Transport.SSH, Transport.API).ways("esxi1")).containsExactly(Transport.SSH, Transport.API);
        assertThat(mixed(Transport.API).ways("esxi1")).containsExactly(Transport.API);
    }

    private Driver mixed(Transport... order) {
        Map<Transport, Driver> both = new EnumMap<>(Transport.class);
        for (Transport transport : Transport.values()) {
            both.put(transport, new One(transport));
        }
        return new MixedDriver(both, place -> List.of(order));
    }

    /** A driver of one transport, in memory. */
    private final class One implements Driver {

        private final Transport transport;

        One(Transport transport) {
            this.transport = transport;
        }

        @Override
        public List<Transport> ways(String place) {
            return transport == Transport.SSH ? Driver.sshToHosts(place) : List.of(transport);
        }

        @Override
        public Reader reader(String place) throws DriverException {
            return writer(place);
        }

        @Override
        public Writer writer(String place) throws DriverException {
            opened.add(transport + " " + place);
            Problem problem = broken.get(transport);
            if (problem != null) {
                throw new DriverException(problem, transport + " is broken.");
            }
            return new Writer() {
                @Override
                public Reply send(Command command) {
                    return new Reply(0, Format.TEXT, "", place);
                }

                @Override
                public Map<Query, Reply> ask(List<Query> queries) {
                    Map<Query, Reply> replies = new LinkedHashMap<>();
                    queries.forEach(q -> replies.put(q, new Reply(0, Format.TEXT, "x", place)));
                    return replies;
                }

                @Override
                public void close() {}
            };
        }
    }
}
