package io.twinpath.report.picture;

import io.twinpath.graph.HostNode;
import io.twinpath.graph.Item;
import io.twinpath.graph.Layer;
import io.twinpath.graph.Node;
import io.twinpath.graph.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said of a picture in words. */
final class Words {

    private Words() {}

    /** Of a state that needs no further word. */
    static String state(State state) {
        return switch (state) {
            case OK -> "works";
            case DEGRADED -> "degraded";
            case LOST -> "lost";
            case FAILED -> "failed";
        };
    }

    static String state(Node node) {
        return state(node.state(), node.condition().word());
    }

    static String state(HostNode host) {
        return state(host.state(), host.condition().word());
    }

    private static String state(State state, String word) {
        String whole = state(state);
        return word.isEmpty() || word.equals(whole) ? whole : state == State.OK ? word : whole + ": " + word;
    }

    /** The whole of an item, for who cannot see it. */
    static String spoken(Item item) {
        Node node = item.node();
        String where = item.folded() || node.layer() == Layer.MACHINE
                ? ""
                : node.host().map(h -> " of " + h).orElse("");
        String said = capital(node.layer().word()) + " " + node.label() + where + ", " + state(node);
        return node.condition().because().isEmpty()
                ? said
                : said + ". " + node.condition().because().getFirst();
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** What is not as it should be, counted: "9 machines stalled". */
    static List<String> counts(io.twinpath.graph.Graph graph, boolean gone) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Layer layer : List.of(Layer.values()).reversed()) {
            graph.nodes().values().stream()
                    .filter(n -> n.layer() == layer
                            && n.state() != State.OK
                            && n.state().gone() == gone)
                    .forEach(n -> counts.merge(layer.name() + "\n" + word(n), 1, Integer::sum));
        }
        List<String> lines = new ArrayList<>();
        graph.hosts().values().stream()
                .filter(h -> h.state() != State.OK && h.state().gone() == gone)
                .forEach(h -> lines.add("host " + h.name() + " " + h.condition().word()));
        counts.forEach((key, count) -> {
            String[] parts = key.split("\n", 2);
            Layer layer = Layer.valueOf(parts[0]);
            lines.add(count + " " + (count == 1 ? layer.word() : layer.plural()) + " " + parts[1]);
        });
        return lines;
    }

    /** Words with figures in them are too many to count apart. */
    private static String word(Node node) {
        String word = node.condition().word();
        return word.isEmpty() || word.chars().anyMatch(Character::isDigit) ? state(node.state()) : word;
    }
}
