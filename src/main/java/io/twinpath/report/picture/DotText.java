package io.twinpath.report.picture;

import io.twinpath.graph.Edge;
import io.twinpath.graph.Item;
import io.twinpath.graph.Lane;
import io.twinpath.graph.Node;
import io.twinpath.graph.Picture;
import io.twinpath.graph.State;
import io.twinpath.report.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture in the language of Graphviz, which gives everything its place by itself. */
public final class DotText {

    private DotText() {}

    /** The whole file. */
    public static String text(Figure figure) {
        Picture picture = figure.picture();
        Map<String, String> names = new HashMap<>();
        picture.items().keySet().forEach(id -> names.put(id, "n" + names.size()));
        StringBuilder out = new StringBuilder("digraph twinpath {\n");
        out.append("  graph [rankdir=LR, fontname=\"Helvetica\", nodesep=0.15, ranksep=0.6, label=")
                .append(quoted(figure.title()))
                .append("];\n");
        out.append("  node [shape=box, style=\"rounded\", fontname=\"Helvetica\", fontsize=10];\n");
        out.append("  edge [arrowhead=none, color=\"#8a94a6\"];\n");
        List<Lane> lanes = picture.lanes();
        for (int lane = 0; lane < lanes.size(); lane++) {
            out.append("  subgraph cluster_")
                    .append(lane)
                    .append(" {\n    label=")
                    .append(quoted(title(lanes.get(lane))));
            out.append(";\n    color=\"")
                    .append(lanes.get(lane).state().gone() ? "#c81e1e" : "#c3cad6")
                    .append("\";\n");
            items(picture, lane, names, out, "    ");
            out.append("  }\n");
        }
        items(picture, -1, names, out, "  ");
        picture.edges().forEach(edge -> edge(edge, names, out));
        return out.append("}\n").toString();
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
                out.append(indent)
                        .append(names.get(item.id()))
                        .append(" [label=")
                        .append(quoted(label(item.node())));
                out.append(", tooltip=")
                        .append(quoted(item.id()))
                        .append(look(item.node().state()))
                        .append("];\n");
            }
        }
    }

    private static String label(Node node) {
        String second = node.state() == State.OK && node.condition().word().isEmpty() ? node.note() : Words.state(node);
        return second.isEmpty() ? node.label() : node.label() + "\n" + second;
    }

    private static String look(State state) {
        return switch (state) {
            case OK -> "";
            case DEGRADED -> ", style=\"rounded,dashed\", color=\"#b45309\", penwidth=1.5";
            case LOST -> ", style=\"rounded,filled,bold\", color=\"#c81e1e\", fillcolor=\"#fde8e8\", peripheries=2";
            case FAILED ->
                ", style=\"filled,bold\", shape=octagon, color=\"#9b1c1c\", fillcolor=\"#c81e1e\", fontcolor=white";
        };
    }

    private static void edge(Edge edge, Map<String, String> names, StringBuilder out) {
        out.append("  ").append(names.get(edge.from())).append(" -> ").append(names.get(edge.to()));
        if (edge.dead()) {
            out.append(" [color=\"#c81e1e\", style=dashed, penwidth=1.5]");
        } else if (edge.kind() != Edge.Kind.CARRIES) {
            out.append(" [style=dotted]");
        }
        out.append(";\n");
    }

    /** The line end that a label has between its parts is the only one. */
    private static String quoted(String text) {
        StringBuilder safe = new StringBuilder("\"");
        String[] lines = text.split("\n", 2);
        for (int i = 0; i < lines.length; i++) {
            safe.append(i > 0 ? "\\n" : "");
            safe.append(Printable.line(lines[i]).replace("\\", "\\\\").replace("\"", "\\\""));
        }
        return safe.append('"').toString();
    }
}
