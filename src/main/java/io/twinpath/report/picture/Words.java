package io.twinpath.report.picture;

import io.twinpath.graph.HostNode;
import io.twinpath.graph.Item;
import io.twinpath.graph.Layer;
import io.twinpath.graph.Node;
import io.twinpath.graph.State;
import java.util.Locale;

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
        String said = name(node) + where + ", " + state(node);
        return node.condition().because().isEmpty()
                ? said
                : said + ". " + node.condition().because().getFirst();
    }

    /** What it is, and its name. */
    static String name(Node node) {
        return management(node) ? "Management" : capital(node.layer().word()) + " " + node.label();
    }

    /** It stands among the paths, and is none. */
    static boolean management(Node node) {
        return node.id().startsWith("management:");
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
