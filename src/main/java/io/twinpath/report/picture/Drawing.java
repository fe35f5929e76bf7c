package io.twinpath.report.picture;

import static io.twinpath.report.picture.Markup.number;
import static io.twinpath.report.picture.Markup.safe;

import io.twinpath.graph.Edge;
import io.twinpath.graph.HostNode;
import io.twinpath.graph.Item;
import io.twinpath.graph.Lane;
import io.twinpath.graph.Layer;
import io.twinpath.graph.Mark;
import io.twinpath.graph.Node;
import io.twinpath.graph.State;
import io.twinpath.graph.layout.Box;
import io.twinpath.graph.layout.Layout;
import io.twinpath.graph.layout.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The inside of an SVG: bands, lines, boxes. Classes say what everything is, and a style sheet how that looks; trouble also has a shape
 * and a word, so that nobody needs to tell colours.
 */
final class Drawing {

    private static final double BASE = 17;

    private final Figure figure;
    private final Layout layout;
    private final String prefix;
    private final Map<String, String> names = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    /** @param prefix tells the pictures of one page apart */
    Drawing(Figure figure, Layout layout, String prefix) {
        this.figure = figure;
        this.layout = layout;
        this.prefix = prefix;
        layout.picture().items().keySet().forEach(id -> names.put(id, prefix + names.size()));
    }

    /** The short name of an item in the document. */
    String name(String id) {
        return names.getOrDefault(id, "");
    }

    static String hostName(String prefix, int lane) {
        return prefix + "h" + lane;
    }

    String text() {
        out.append("<defs><pattern id=\"").append(prefix).append("hatch\" width=\"6\" height=\"6\"");
        out.append(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
        out.append("<path class=\"hatch\" d=\"M0 0V6\"/></pattern></defs>\n");
        heads();
        for (int i = 0; i < layout.bands().size(); i++) {
            band(i);
        }
        out.append("<g class=\"lines\">\n");
        layout.picture().edges().forEach(edge -> edge(edge, false));
        layout.picture().edges().forEach(edge -> edge(edge, true));
        out.append("</g>\n");
        for (int i = 0; i < layout.bands().size(); i++) {
            title(i);
        }
        layout.picture().items().values().stream()
                .sorted((a, b) -> order(layout.box(a.id()), layout.box(b.id())))
                .forEach(this::item);
        return out.toString();
    }

    private static int order(Box a, Box b) {
        return a.x() == b.x() ? Double.compare(a.y(), b.y()) : Double.compare(a.x(), b.x());
    }

    private void heads() {
        for (Layout.Column column : layout.columns()) {
            out.append("<text class=\"head\" x=\"")
                    .append(number(column.x() + 1))
                    .append("\" y=\"30\">");
            out.append(column.layer().heading().toUpperCase(Locale.ROOT)).append("</text>\n");
        }
    }

    private void band(int lane) {
        Layout.Band band = layout.bands().get(lane);
        Lane what = layout.picture().lanes().get(lane);
        String kind = (what.folded() ? " fold" : "") + (what.state().gone() ? " gone" : "");
        for (Box box : List.of(band.parts(), band.machines())) {
            if (box.width() > 0) {
                if (what.folded()) {
                    out.append(rect("band stack" + kind, box, 5));
                }
                out.append(rect("band" + kind, box, 0));
            }
        }
    }

    private static String rect(String kind, Box box, double shift) {
        return "<rect class=\"" + kind + "\" x=\"" + number(box.x() + shift) + "\" y=\"" + number(box.y() + shift)
                + "\" width=\"" + number(box.width()) + "\" height=\"" + number(box.height()) + "\" rx=\"10\"/>\n";
    }

    /** The name of a lane, over its parts and over its machines. */
    private void title(int lane) {
        Layout.Band band = layout.bands().get(lane);
        Lane what = layout.picture().lanes().get(lane);
        Box machines = band.machines();
        Optional<HostNode> host = what.shown();
        State state = what.state();
        String word = host.filter(h -> !h.condition().word().isEmpty())
                .map(Words::state)
                .orElse("");
        if (host.isEmpty() && machines.width() > 0) {
            label("side", machines, what.title());
            return;
        }
        Box box = band.parts();
        double room = Math.max(box.width() - 24, 300);
        String label = Text.cut(what.title(), 13.5, room - Text.width(word, 12) - 40);
        out.append("<g class=\"n host").append(css(state)).append("\" id=\"").append(hostName(prefix, lane));
        out.append("\" tabindex=\"").append(lane == 0 ? "0" : "-1").append("\" role=\"button\" aria-label=\"");
        out.append(safe("Host " + what.title() + ", " + host.map(Words::state).orElse("not drawn")));
        double width = Text.width(label, 13.5) + (word.isEmpty() ? 0 : Text.width(word, 12) + 28) + 16;
        out.append("\"><rect class=\"hit\" x=\"").append(number(box.x() + 5)).append("\" y=\"");
        out.append(number(box.y() + 4))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"22\" rx=\"6\"/>");
        out.append(line("host", box.x() + 12, box.y() + 20, label));
        if (!word.isEmpty()) {
            double x = box.x() + 24 + Text.width(label, 13.5);
            out.append(sign(state, x, box.y() + 15.5));
            out.append(line("word", x + 12, box.y() + 20, word));
        }
        out.append("</g>\n");
        if (machines.width() > 0) {
            int count = layout.picture().in(Layer.MACHINE, lane).stream()
                    .mapToInt(i -> i.members().size())
                    .sum();
            label("side", machines, count + (count == 1 ? " machine" : " machines"));
        }
    }

    private void label(String kind, Box box, String label) {
        out.append(line(kind, box.x() + 12, box.y() + 20, Text.cut(label, 11, box.width() - 20)))
                .append('\n');
    }

    private static String line(String kind, double x, double y, String label) {
        return "<text class=\"" + kind + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" + Markup.safe(label)
                + "</text>";
    }

    private void edge(Edge edge, boolean dead) {
        if (edge.dead() != dead) {
            return;
        }
        Box a = layout.box(edge.from());
        Box b = layout.box(edge.to());
        boolean far = edge.kind() == Edge.Kind.CABLE
                && layout.picture().item(edge.to()).node().layer() == Layer.PORTAL;
        double bend = Math.max(12, Math.min(90, (b.x() - a.right()) * 0.55));
        out.append("<path class=\"e").append(dead ? " dead" : "").append(far ? " far" : "");
        out.append(
                switch (edge.kind()) {
                    case CABLE -> " cable";
                    case STANDBY -> " standby";
                    case CARRIES -> "";
                });
        out.append("\" data-a=\"")
                .append(name(edge.from()))
                .append("\" data-b=\"")
                .append(name(edge.to()));
        out.append("\" d=\"M").append(number(a.right())).append(' ').append(number(a.middle()));
        out.append('C').append(number(a.right() + bend)).append(' ').append(number(a.middle()));
        out.append(' ').append(number(b.x() - bend)).append(' ').append(number(b.middle()));
        out.append(' ')
                .append(number(b.x()))
                .append(' ')
                .append(number(b.middle()))
                .append("\"/>\n");
    }

    private static String css(State state) {
        return switch (state) {
            case OK -> " ok";
            case DEGRADED -> " degraded";
            case LOST -> " lost";
            case FAILED -> " failed";
        };
    }

    private void item(Item item) {
        Box box = layout.box(item.id());
        Node node = item.node();
        State state = node.state();
        Optional<Mark> mark = mark(item);
        boolean noted = item.members().stream().anyMatch(m -> figure.notes().containsKey(m.id()));
        boolean idle = state == State.OK && !node.condition().word().isEmpty();
        out.append("<g class=\"n")
                .append(css(state))
                .append(idle ? " idle" : "")
                .append(item.folded() ? " fold" : "");
        out.append(noted ? " noted" : "")
                .append(mark.map(m -> " " + m.name().toLowerCase(Locale.ROOT)).orElse(""));
        out.append("\" id=\"").append(name(item.id())).append("\" tabindex=\"-1\" role=\"button\" aria-label=\"");
        out.append(safe(Words.spoken(item) + mark.map(m -> ", " + m.word()).orElse("")));
        out.append("\" transform=\"translate(")
                .append(number(box.x()))
                .append(' ')
                .append(number(box.y()))
                .append(")\">");
        String size = "width=\"" + number(box.width()) + "\" height=\"" + number(box.height()) + "\" rx=\"6\"";
        if (item.folded()) {
            out.append("<rect class=\"box back\" x=\"3\" y=\"3\" ").append(size).append("/>");
        }
        out.append("<rect class=\"box\" ").append(size).append("/>");
        if (state == State.LOST) {
            out.append("<rect fill=\"url(#")
                    .append(prefix)
                    .append("hatch)\" ")
                    .append(size)
                    .append("/>");
        }
        inside(item, box, state);
        mark.ifPresent(m -> out.append(badge(m, box)));
        if (noted) {
            out.append("<path class=\"note\" d=\"M")
                    .append(number(box.width() - 9))
                    .append(" 0h9v9z\"/>");
        }
        out.append("</g>\n");
    }

    private void inside(Item item, Box box, State state) {
        Node node = item.node();
        double left = state == State.OK ? 9 : 24;
        boolean machine = node.layer() == Layer.MACHINE && !item.folded();
        String word = node.condition().word();
        String second = word.isEmpty() ? node.note() : word;
        if (state != State.OK) {
            out.append(sign(state, 13, machine ? 13 : box.height() / 2));
        }
        if (machine && !second.isEmpty()) {
            String label =
                    Text.cut(node.label(), Layout.LABEL, box.width() - left - Text.width(second, Layout.NOTE) - 14);
            out.append(line("l", left, BASE + 0.5, label));
            out.append("<text class=\"s end\" x=\"")
                    .append(number(box.width() - 8))
                    .append("\" y=\"17\">");
            out.append(Markup.safe(second)).append("</text>");
            return;
        }
        double room = box.width() - left - 7;
        boolean single = machine || second.isEmpty();
        out.append(line("l", left, single ? BASE + 0.5 : BASE, Text.cut(node.label(), Layout.LABEL, room)));
        if (!single) {
            out.append(line("s", left, 31, Text.cut(second, Layout.NOTE, room)));
        }
    }

    /** A shape for each kind of trouble: a cross, a slashed ring, a triangle. */
    private static String sign(State state, double x, double y) {
        String path = switch (state) {
            case OK -> "";
            case DEGRADED -> "M0-4.6L5 4H-5z";
            case LOST -> "M0-4.6A4.6 4.6 0 1 1-.01-4.6zM-3.2 3.2L3.2-3.2";
            case FAILED -> "M-3.8-3.8L3.8 3.8M3.8-3.8L-3.8 3.8";
        };
        return "<path class=\"sign\" transform=\"translate(" + number(x) + " " + number(y) + ")\" d=\"" + path + "\"/>";
    }

    private Optional<Mark> mark(Item item) {
        return item.members().stream()
                .map(m -> Optional.ofNullable(figure.marks().get(m.id())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String badge(Mark mark, Box box) {
        String path = switch (mark) {
            case ADDED -> "M-3.5 0H3.5M0-3.5V3.5";
            case REMOVED -> "M-3.5 0H3.5";
            case CHANGED -> "M-3.8 1C-2-3 0-2 0 0S2 3 3.8-1";
        };
        return "<g class=\"badge\" transform=\"translate(" + number(box.width() - 1)
                + " 1)\"><circle r=\"7\"/><path d=\"" + path + "\"/></g>";
    }
}
