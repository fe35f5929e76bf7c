package io.twinpath.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which way a resource takes: the first that is open, has words, and lacks nothing of what is wanted. */
class RoutesTest {

    private static final String HOST = "esxi1";
    private Map<Transport, String> barred = Map.of();

    private static final Query BRIGHTNESS = EsxcliQuery.of("lamp get");
    private static final Address LAMP = Address.onHost("lamp", HOST, "l1");

    @Test
    void thePreferredWayNeedsNoReason() {
        Way way = route(List.of(Transport.API, Transport.SSH), Map.of(), false);
        assertThat(way).isEqualTo(new Way(HOST, Transport.API));
    }

    @Test
    void anotherWayIsTakenForWhatTheFirstLacks() {
        Way way = route(List.of(Transport.API, Transport.SSH), Map.of(), true);
        assertThat(way).isEqualTo(new Way(HOST, Transport.SSH, "The API does not tell the colour."));
    }

    @Test
    void aClosedWayIsNamedWithItsReason() {
        Way way = route(List.of(Transport.SSH, Transport.API), Map.of(Transport.SSH, "Port 22 is closed."), false);
        assertThat(way).isEqualTo(new Way(HOST, Transport.API, "Port 22 is closed."));
    }

    @Test
    void aWayThatTakesNoChangesIsTheLastResort() {
        barred = Map.of(Transport.API, "The licence allows no changes.");
        List<Transport> order = List.of(Transport.API, Transport.SSH);
        assertThat(route(order, Map.of(), false))
                .isEqualTo(new Way(HOST, Transport.SSH, "The licence allows no changes."));
        assertThat(route(order, Map.of(Transport.SSH, "Port 22 is closed."), false))
                .isEqualTo(new Way(HOST, Transport.API, "", "The licence allows no changes."));
    }

    @Test
    void whereNoWayWillDoNothingIsReadAndAllReasonsAreTold() {
        Routes routes = new Routes(
                HOST, List.of(Transport.SSH, Transport.API), Map.of(Transport.SSH, "Port 22 is closed."), Map.of());
        Routes.Route<Lamp> route = routes.to(
                        new LampKind(), new Target<>(LAMP, Optional.of(new Lamp(true))), Replies.none())
                .orElseThrow();
        assertThat(route.binding()).isEmpty();
        assertThat(route.way().because())
                .contains("No way to esxi1 will do for a lamp", "Port 22 is closed.", "does not tell the colour");
    }

    @Test
    void aWayThatIsGivenIsNotChosenAgain() {
        Way given = new Way(HOST, Transport.API);
        Routes routes = new Routes(HOST, List.of(Transport.SSH));
        Routes.Route<Lamp> route = routes.to(
                        new LampKind(),
                        new Target<>(LAMP, Optional.of(new Lamp(true)), Optional.of(given)),
                        Replies.none())
                .orElseThrow();
        assertThat(route.way()).isEqualTo(given);
        assertThat(route.binding().orElseThrow().transport()).isEqualTo(Transport.API);
    }

    @Test
    void anotherWayIsTakenForWhatTheFirstTurnsOutNotToTell() {
        Routes routes = new Routes(HOST, List.of(Transport.API, Transport.SSH));
        Target<Lamp> target = new Target<>(LAMP, Optional.of(new Lamp(false)));
        Replies dark = Replies.none();
        dark.add(Map.of(BRIGHTNESS, Reply.notAsked("too dark")));
        assertThat(routes.to(new LampKind(), target, dark).orElseThrow().way())
                .isEqualTo(new Way(HOST, Transport.SSH, "This release tells nothing of lamps."));
        assertThat(routes.to(new LampKind(), target, Replies.none())
                        .orElseThrow()
                        .way())
                .isEqualTo(new Way(HOST, Transport.API));
    }

    private Way route(List<Transport> order, Map<Transport, String> closed, boolean coloured) {
        Target<Lamp> target = new Target<>(LAMP, Optional.of(new Lamp(coloured)));
        return new Routes(HOST, order, closed, barred)
                .to(new LampKind(), target, Replies.none())
                .orElseThrow()
                .way();
    }

    private record Lamp(boolean coloured) implements Desired {}

    private static final class LampKind implements Kind<Lamp> {

        @Override
        public String name() {
            return "lamp";
        }

        @Override
        public String title() {
            return "a lamp";
        }

        @Override
        public Class<Lamp> type() {
            return Lamp.class;
        }

        @Override
        public Placement placement() {
            return Placement.hostNamed("lamps");
        }

        @Override
        public List<Binding<Lamp>> bindings() {
            return List.of(new LampWords(Transport.SSH), new LampWords(Transport.API));
        }
    }

    private record LampWords(Transport transport) implements Binding<Lamp> {

        @Override
        public Optional<String> lacks(Lamp wanted) {
            return wanted.coloured() && transport == Transport.API
                    ? Optional.of("The API does not tell the colour.")
                    : Optional.empty();
        }

        @Override
        public Optional<String> lacks(Lamp wanted, Replies known) {
            return transport == Transport.API && known.has(BRIGHTNESS)
                    ? Optional.of("This release tells nothing of lamps.")
                    : lacks(wanted);
        }

        @Override
        public List<Query> queries(Address address, Optional<Lamp> wanted, Replies known) {
            return List.of();
        }

        @Override
        public Observed<Lamp> read(Address address, Optional<Lamp> wanted, Replies replies) {
            return new Observed.Absent<>();
        }

        @Override
        public List<Command> script(Change<Lamp> change) {
            return List.of();
        }
    }
}
