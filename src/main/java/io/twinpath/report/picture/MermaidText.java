package io.twinpath.report.picture;

import io.twinpath.graph.Edge;
import io.twinpath.graph.Item;
import io.twinpath.graph.Lane;
import io.twinpath.graph.Node;
import io.twinpath.graph.Picture;
import io.twinpath.graph.State;
import io.twinpath.report.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture as a Mermaid flow chart, which forges draw inside of Markdown. */
public final class MermaidText {

    private MermaidText() {}

    /** The whole chart, without a fence around it. */
    public static String text(Figure figure) {
        Picture picture = figure.picture();
        Map<String, String> names = new HashMap<>();
        picture.items().keySet().forEach(id -> names.put(id, "n" + names.size()));
        StringBuilder out = new StringBuilder("flowchart LR\n");
        out.append("  accTitle: ").append(plain(figure.title())).append('\n');
        out.append("  accDescr: ")
                .append(plain(Tally.sentence(figure.picture().graph())))
                .append('\n');
        List<Lane> lanes = picture.lanes();
        for (int lane = 0; lane < lanes.size(); lane++) {
            out.append("  subgraph h")
                    .append(lane)
                    .append("[")
                    .append(quoted(title(lanes.get(lane))))
                    .append("]\n");
            items(picture, lane, names, out, "    ");
            out.append("  end\n");
        }
        items(picture, -1, names, out, "  ");
        edges(picture, names, out);
        out.append("  classDef degraded stroke:#b45309,stroke-width:2px,stroke-dasharray:4 3\n");
        out.append("  classDef lost fill:#fde8e8,stroke:#c81e1e,stroke-width:2px,color:#7f1d1d\n");
        out.append("  classDef failed fill:#c81e1e,stroke:#7f1d1d,stroke-width:2px,color:#ffffff\n");
        return out.toString();
    }

    private static String title(Lane lane) {
        return lane.shown()
                .filter(host -> host.state() != State.OK)
                .map(host -> lane.title() + " (" + Words.state(host) + ")")
                .orElse(lane.title());
    }

    private static void items(Picture picture, int lane, Map<String, String> names, StringBuilder out, String indent) {
        for (Item item : picture.items().values()) {
            if (item.lane() == lane) {
                State state = item.node().state();
                String label = quoted(label(item.node()));
                out.append(indent).append(names.get(item.id()));
                out.append(state == State.FAILED ? "{{" + label + "}}" : "[" + label + "]");
                out.append(state == State.OK ? "" : ":::" + Words.state(state)).append('\n');
            }
        }
    }

    private static String label(Node node) {
        String second = node.state() == State.OK && node.condition().word().isEmpty() ? node.note() : Words.state(node);
        return second.isEmpty() ? node.label() : node.label() + "\n" + second;
    }

    private static void edges(Picture picture, Map<String, String> names, StringBuilder out) {
        List<String> dead = new ArrayList<>();
        int number = 0;
        for (Edge edge : picture.edges()) {
            String line = edge.dead() ? " -.-x " : edge.kind() == Edge.Kind.CARRIES ? " --- " : " -.- ";
            out.append("  ")
                    .append(names.get(edge.from()))
                    .append(line)
                    .append(names.get(edge.to()))
                    .append('\n');
            if (edge.dead()) {
                dead.add(String.valueOf(number));
            }
            number++;
        }
        if (!dead.isEmpty()) {
            out.append("  linkStyle ").append(String.join(",", dead)).append(" stroke:#c81e1e\n");
        }
    }

    /** Mermaid reads entities of its own; everything that could mean something to it or to Markdown becomes one. */
    private static String quoted(String text) {
        StringBuilder safe = new StringBuilder("\"");
        String[] lines = text.split("\n", 2);
        for (int i = 0; i < lines.length; i++) {
            safe.append(i > 0 ? "<br/>" : "").append(entities(lines[i]));
        }
        return safe.append('"').toString();
    }

    private static String plain(String text) {
        return Printable.line(text).replaceAll("[^\\p{L}\\p{N} .,:/()_-]", " ");
    }

    private static String entities(String text) {
        StringBuilder safe = new StringBuilder();
        Printable.line(text).codePoints().forEach(c -> {
            if (c < 0x80 && !Character.isLetterOrDigit(c) && " .,-_/:()".indexOf(c) < 0) {
                safe.append('#').append(c).append(';');
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
