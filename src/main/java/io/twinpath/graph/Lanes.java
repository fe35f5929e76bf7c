package io.twinpath.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which hosts are drawn, and which stand for others. The same for all views of a site, so that they can be laid beside each other. */
final class Lanes {

    /** Up to so many hosts each is drawn. */
    private static final int EACH = 6;

    /** Of states that are compared, in which what differs is looked for. */
    private static final int EACH_COMPARED = 2;

    /** So many bands at most; hosts past them are only named. */
    private static final int MOST = 24;

    /** Hosts that share a band, the drawn one first; nothing is drawn of hosts that are only named. */
    record Band(List<String> hosts, boolean drawn) {}

    private Lanes() {}

    static List<Band> of(List<Graph> views) {
        TreeSet<String> hosts = new TreeSet<>(Names.NATURAL);
        views.forEach(view -> hosts.addAll(view.hosts().keySet()));
        if (hosts.size() <= (views.size() > 1 ? EACH_COMPARED : EACH)) {
            return hosts.stream().map(h -> new Band(List.of(h), true)).toList();
        }
        List<Shape> shapes = views.stream().map(Shape::new).toList();
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        for (String host : hosts) {
            alike.computeIfAbsent(shapes.stream().map(s -> s.of(host)).toList(), k -> new ArrayList<>())
                    .add(host);
        }
        Comparator<List<String>> worst =
                Comparator.comparing((List<String> group) -> worst(group.getFirst(), views), Comparator.reverseOrder());
        List<List<String>> groups = alike.values().stream()
                .sorted(worst.thenComparingInt(List::size).thenComparing(List::getFirst, Names.NATURAL))
                .toList();
        List<Band> bands = new ArrayList<>();
        groups.stream().limit(MOST).forEach(group -> bands.add(new Band(group, true)));
        List<String> rest = groups.stream()
                .skip(MOST)
                .flatMap(List::stream)
                .sorted(Names.NATURAL)
                .collect(Collectors.toList());
        if (!rest.isEmpty()) {
            bands.add(new Band(rest, false));
        }
        return bands;
    }

    /** The worst that has become of a host or a part of it. */
    private static State worst(String host, List<Graph> views) {
        State worst = State.OK;
        for (Graph view : views) {
            worst = worst.or(Optional.ofNullable(view.hosts().get(host))
                    .map(HostNode::state)
                    .orElse(State.OK));
            for (Node node : view.nodes().values()) {
                if (node.host().filter(host::equals).isPresent()) {
                    worst = worst.or(node.state());
                }
            }
        }
        return worst;
    }

    static Lane lane(Band band, Graph view) {
        List<HostNode> hosts = band.hosts().stream()
                .flatMap(name -> Optional.ofNullable(view.hosts().get(name)).stream())
                .toList();
        String first = band.hosts().getFirst();
        if (!band.drawn()) {
            return new Lane(hosts.size() + " more hosts, no two alike", Optional.empty(), hosts);
        }
        return new Lane(
                hosts.size() > 1 ? hosts.size() + " hosts like " + first : first,
                Optional.ofNullable(view.hosts().get(first)),
                hosts);
    }
}
