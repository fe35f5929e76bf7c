package io.twinpath.report.picture;

import static io.twinpath.report.picture.Markup.safe;

import io.twinpath.graph.Edge;
import io.twinpath.graph.Fact;
import io.twinpath.graph.HostNode;
import io.twinpath.graph.Item;
import io.twinpath.graph.Lane;
import io.twinpath.graph.Layer;
import io.twinpath.graph.Node;
import io.twinpath.graph.Picture;
import io.twinpath.graph.State;
import io.twinpath.graph.layout.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same as the picture, in words: a table for each band, and one for what hosts share. The details of a part are its row. */
final class HtmlList {

    private static final int NAMED = 8;

    private final StringBuilder out;

    HtmlList(StringBuilder out) {
        this.out = out;
    }

    void write(List<Figure> figures) {
        out.append("<section id=\"list\">\n<h2>The same as a list</h2>\n");
        for (int i = 0; i < figures.size(); i++) {
            if (figures.size() > 1) {
                out.append("<h3>").append(safe(figures.get(i).title())).append("</h3>\n");
            }
            new Page(figures.get(i), String.valueOf((char) ('a' + i))).write();
        }
        List<String> assumed = figures.stream()
                .flatMap(f -> f.picture().graph().assumed().stream())
                .distinct()
                .toList();
        if (!assumed.isEmpty()) {
            out.append("<h2>Taken for granted</h2>\n<ul class=\"assumed\">\n");
            assumed.forEach(a -> out.append("<li>").append(safe(a)).append("</li>\n"));
            out.append("</ul>\n");
        }
        out.append("</section>\n");
    }

    /** The lists of one picture. */
    private final class Page {

        private final Figure figure;
        private final Picture picture;
        private final String prefix;
        private final Drawing names;
        private final Map<String, List<String>> below = new TreeMap<>();
        private final Map<String, List<String>> above = new TreeMap<>();

        Page(Figure figure, String prefix) {
            this.figure = figure;
            this.picture = figure.picture();
            this.prefix = prefix;
            this.names = new Drawing(figure, Layout.of(picture), prefix);
            for (Edge edge : picture.edges()) {
                below.computeIfAbsent(edge.to(), k -> new ArrayList<>()).add(edge.from());
                above.computeIfAbsent(edge.from(), k -> new ArrayList<>()).add(edge.to());
            }
        }

        void write() {
            for (int lane = 0; lane < picture.lanes().size(); lane++) {
                lane(lane);
            }
            table("What hosts share", "", -1, false);
        }

        private void lane(int number) {
            Lane lane = picture.lanes().get(number);
            StringBuilder head = new StringBuilder();
            lane.shown().ifPresent(host -> {
                head.append("<tr id=\"r-")
                        .append(Drawing.hostName(prefix, number))
                        .append('"');
                head.append(state(host.state())).append("><th scope=\"row\">").append(safe(lane.title()));
                head.append("</th><td>Host</td><td>")
                        .append(safe(Words.state(host)))
                        .append("</td><td>");
                head.append(facts(host.condition().because(), host.facts(), List.of()))
                        .append("</td></tr>\n");
            });
            table(
                    lane.title(),
                    head.toString(),
                    number,
                    lane.folded() || lane.shown().isEmpty());
        }

        private static String state(State state) {
            return state == State.OK ? "" : " class=\"" + Words.state(state) + "\"";
        }

        private void table(String title, String head, int lane, boolean hosts) {
            List<Item> items = new ArrayList<>();
            for (Layer layer : Layer.values()) {
                items.addAll(picture.in(layer, lane));
            }
            long trouble =
                    items.stream().filter(i -> i.node().state() != State.OK).count();
            out.append("<details")
                    .append(trouble > 0 ? " open" : "")
                    .append("><summary><b>")
                    .append(safe(title));
            out.append("</b> <span>").append(items.size()).append(" parts, ");
            out.append(trouble == 0 ? "all work" : trouble + " in trouble").append("</span></summary>\n");
            if (hosts) {
                hosts(picture.lanes().get(lane));
            }
            if (!items.isEmpty()) {
                out.append(
                        "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Layer</th>");
                out.append("<th scope=\"col\">State</th><th scope=\"col\">More</th></tr></thead>\n<tbody>\n")
                        .append(head);
                items.forEach(this::row);
                out.append("</tbody></table></div>\n");
            }
            out.append("</details>\n");
        }

        /** Hosts that are drawn as one differ by name, addresses and machines: here they are. */
        private void hosts(Lane lane) {
            if (lane.hosts().isEmpty()) {
                return;
            }
            out.append("<details class=\"members\"><summary>")
                    .append(lane.hosts().size());
            out.append(
                    " hosts, each with its addresses and machines</summary>\n<div class=\"wide\"><table>\n<thead><tr>");
            out.append(
                    "<th scope=\"col\">Host</th><th scope=\"col\">Addresses</th><th scope=\"col\">Machines</th></tr></thead>\n");
            Map<String, List<Node>> byHost = picture.graph().nodes().values().stream()
                    .filter(n -> n.host().isPresent())
                    .collect(Collectors.groupingBy(n -> n.host().orElseThrow()));
            for (HostNode host : lane.hosts()) {
                List<Node> nodes = byHost.getOrDefault(host.name(), List.of());
                out.append("<tr><th scope=\"row\">").append(safe(host.name())).append("</th><td>");
                out.append(safe(labels(nodes, Layer.VMK)))
                        .append("</td><td>")
                        .append(safe(labels(nodes, Layer.MACHINE)));
                out.append("</td></tr>\n");
            }
            out.append("</table></div></details>\n");
        }

        private static String labels(List<Node> nodes, Layer layer) {
            return nodes.stream()
                    .filter(n -> n.layer() == layer)
                    .map(n -> layer == Layer.VMK ? n.label() + " " + n.note() : n.label())
                    .collect(Collectors.joining(", "));
        }

        private void row(Item item) {
            Node node = item.node();
            out.append("<tr id=\"r-").append(names.name(item.id())).append('"').append(state(node.state()));
            out.append("><th scope=\"row\">").append(safe(node.label())).append("</th><td>");
            out.append(
                            Words.management(node)
                                    ? "Management"
                                    : Words.capital(node.layer().word()))
                    .append("</td><td>");
            out.append(safe(Words.state(node))).append("</td><td>");
            List<String> said = new ArrayList<>(node.condition().because());
            item.members().forEach(m -> said.addAll(figure.notes().getOrDefault(m.id(), List.of())));
            List<Fact> facts = new ArrayList<>();
            if (item.folded() && sameLane(item)) {
                facts.add(new Fact(
                        "these", item.members().stream().map(Node::label).collect(Collectors.joining(", "))));
            }
            facts.addAll(node.facts());
            out.append(facts(said, facts, neighbours(item))).append("</td></tr>\n");
        }

        /** The machines of a folded band are told with their hosts. */
        private boolean sameLane(Item item) {
            return item.lane() < 0 || !picture.lanes().get(item.lane()).folded();
        }

        private List<Fact> neighbours(Item item) {
            List<Fact> facts = new ArrayList<>();
            facts.addAll(neighbours("carried by", below.getOrDefault(item.id(), List.of())));
            facts.addAll(neighbours("carries", above.getOrDefault(item.id(), List.of())));
            figure.marks().entrySet().stream()
                    .filter(e -> item.members().stream().anyMatch(m -> m.id().equals(e.getKey())))
                    .findFirst()
                    .ifPresent(e ->
                            facts.add(new Fact("with the plan", e.getValue().word())));
            if (!item.folded() && !Words.management(item.node())) {
                facts.add(new Fact("called", item.id()));
            }
            return facts;
        }

        private List<Fact> neighbours(String how, List<String> ids) {
            if (ids.isEmpty()) {
                return List.of();
            }
            String names = ids.stream()
                    .limit(NAMED)
                    .map(id -> picture.item(id).node().label())
                    .collect(Collectors.joining(", "));
            return List.of(
                    new Fact(how, ids.size() > NAMED ? names + " and " + (ids.size() - NAMED) + " more" : names));
        }

        private static String facts(List<String> said, List<Fact> facts, List<Fact> more) {
            StringBuilder text = new StringBuilder();
            said.forEach(s -> text.append("<p>").append(safe(s)).append("</p>"));
            if (!facts.isEmpty() || !more.isEmpty()) {
                text.append("<dl>");
                for (List<Fact> each : List.of(facts, more)) {
                    each.forEach(f -> text.append("<div><dt>")
                            .append(safe(f.name()))
                            .append("</dt><dd>")
                            .append(safe(f.value()))
                            .append("</dd></div>"));
                }
                text.append("</dl>");
            }
            return text.toString();
        }
    }
}
