package io.twinpath.graph.layout;

import io.twinpath.graph.Edge;
import io.twinpath.graph.Item;
import io.twinpath.graph.Layer;
import io.twinpath.graph.Picture;
import io.twinpath.graph.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A layout while it is made. Columns get the width of what is in them. In each band parts are ordered by sweeps: each goes to the mean of
 * its neighbours in the column before, from left to right and back. What hosts share comes to stand beside what leads to it.
 */
final class Placing {

    private static final double MARGIN = 16;
    private static final double HEAD = 34;
    private static final double TITLE = 30;
    private static final double PAD = 12;
    private static final double BETWEEN = 14;
    private static final double GAP = 8;
    private static final double ALLEY = 28;

    /** Where lines of all hosts meet. */
    private static final double STREET = 60;

    private static final double NARROWEST = 54;
    private static final double WIDEST = 150;
    private static final double BOLD = 1.09;
    private static final int SWEEPS = 4;

    private static final List<Layer> OWN = Arrays.stream(Layer.values())
            .filter(Layer::ofHost)
            .filter(l -> l != Layer.MACHINE)
            .toList();
    private static final List<Layer> SHARED =
            List.of(Layer.SWITCH, Layer.PORTAL, Layer.ARRAY, Layer.DEVICE, Layer.DATASTORE);

    private final Picture picture;
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Map<Layer, Layout.Column> columns = new EnumMap<>(Layer.class);
    private final SortedMap<String, Box> boxes = new TreeMap<>();
    private final List<Layout.Band> bands = new ArrayList<>();

    Placing(Picture picture) {
        this.picture = picture;
        for (Edge edge : picture.edges()) {
            neighbours.computeIfAbsent(edge.from(), k -> new ArrayList<>()).add(edge.to());
            neighbours.computeIfAbsent(edge.to(), k -> new ArrayList<>()).add(edge.from());
        }
    }

    Layout layout() {
        double width = columns();
        double y = MARGIN + HEAD;
        for (int lane = 0; lane < picture.lanes().size(); lane++) {
            y = lane(lane, y) + BETWEEN;
        }
        double bottom = Math.max(y - BETWEEN, MARGIN + HEAD + tallest());
        SHARED.forEach(layer -> shared(layer, bottom));
        return new Layout(picture, width, bottom + MARGIN, List.copyOf(columns.values()), bands, boxes);
    }

    private double columns() {
        double x = MARGIN;
        for (Layer layer : Layer.values()) {
            List<Item> items = picture.items().values().stream()
                    .filter(i -> i.node().layer() == layer)
                    .toList();
            if (!items.isEmpty()) {
                double widest = items.stream().mapToDouble(Placing::width).max().orElseThrow();
                x += x > MARGIN ? alley(layer) : 0;
                double head = Text.width(layer.heading(), Layout.NOTE) * 1.15;
                double width = Math.min(WIDEST, Math.max(Math.max(NARROWEST, head), widest));
                columns.put(layer, new Layout.Column(layer, x, width));
                x += width;
            }
        }
        return x + MARGIN + PAD;
    }

    private static double alley(Layer layer) {
        return switch (layer) {
            case PORTAL, MACHINE -> STREET;
            case CARD -> ALLEY * 1.5;
            case SWITCH, NIC, VSWITCH, PORT_GROUP, VMK, PATH, ARRAY, DEVICE, DATASTORE -> ALLEY;
        };
    }

    private static double width(Item item) {
        boolean fine = item.node().state() == State.OK;
        double mark = fine ? 0 : 16;
        double bold = fine ? 1 : BOLD;
        double label = Text.width(item.node().label(), Layout.LABEL) * bold;
        String second = second(item);
        double beside = Text.width(second, Layout.NOTE) * bold;
        return 18 + mark + (inline(item) ? label + (second.isEmpty() ? 0 : beside + 10) : Math.max(label, beside));
    }

    /** What stands under the label, or beside it. */
    static String second(Item item) {
        String word = item.node().condition().word();
        return word.isEmpty() ? item.node().note() : word;
    }

    /** Machines are many: one line is enough for each. */
    private static boolean inline(Item item) {
        return item.node().layer() == Layer.MACHINE && !item.folded();
    }

    static double height(Item item) {
        return inline(item) || second(item).isEmpty() ? 26 : 40;
    }

    private double lane(int lane, double top) {
        Map<Layer, List<Item>> order = new EnumMap<>(Layer.class);
        OWN.forEach(layer -> {
            List<Item> items = picture.in(layer, lane);
            if (!items.isEmpty()) {
                order.put(layer, new ArrayList<>(items));
            }
        });
        List<Item> machines = picture.in(Layer.MACHINE, lane);
        double inner = order.values().stream().mapToDouble(Placing::stack).max().orElse(0);
        double from = top + TITLE;
        double height = Math.max(Math.max(inner, stack(machines)), 12);
        sweep(order, from, height);
        column(machines, from, from + height, item -> Optional.empty());
        bands.add(new Layout.Band(
                frame(top, height, order.isEmpty() ? List.of() : OWN),
                frame(top, height, machines.isEmpty() ? List.of() : List.of(Layer.MACHINE))));
        return top + TITLE + height + PAD;
    }

    private Box frame(double top, double height, List<Layer> layers) {
        List<Layout.Column> around =
                layers.stream().filter(columns::containsKey).map(this::column).toList();
        if (around.isEmpty()) {
            Layout.Column first = columns.values().stream()
                    .filter(c -> layers.isEmpty() && c.layer().ofHost())
                    .findFirst()
                    .orElseGet(() -> columns.values().iterator().next());
            return new Box(first.x() - PAD, top, 0, TITLE + height + PAD);
        }
        double x = around.getFirst().x() - PAD;
        Layout.Column last = around.getLast();
        return new Box(x, top, last.x() + last.width() + PAD - x, TITLE + height + PAD);
    }

    private static double stack(List<Item> items) {
        return items.stream().mapToDouble(i -> height(i) + GAP).sum() - (items.isEmpty() ? 0 : GAP);
    }

    /** From left to right and back, then each column once more with all its neighbours in place. */
    private void sweep(Map<Layer, List<Item>> order, double from, double height) {
        List<Layer> there = List.copyOf(order.keySet());
        order.values().forEach(items -> column(items, from, from + height, item -> Optional.empty()));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            List<Layer> way = sweep % 2 == 0 ? there : there.reversed();
            for (Layer layer : way) {
                boolean rightward = sweep % 2 == 0;
                List<Item> items = order.getOrDefault(layer, List.of());
                Map<String, Double> wanted = new HashMap<>();
                items.forEach(i -> wanted.put(
                        i.id(), mean(i, rightward, order).orElse(box(i.id()).middle())));
                items.sort(Comparator.comparingDouble((Item i) -> wanted.getOrDefault(i.id(), 0.0)));
                column(items, from, from + height, i -> Optional.of(wanted.getOrDefault(i.id(), 0.0)));
            }
        }
    }

    /** The mean height of neighbours of the same lane that lie on one side. */
    private Optional<Double> mean(Item item, boolean before, Map<Layer, List<Item>> order) {
        return mean(neighbours.getOrDefault(item.id(), List.of()).stream()
                .filter(id -> {
                    Item other = picture.item(id);
                    return order.containsKey(other.node().layer())
                            && other.lane() == item.lane()
                            && (other.node().layer().compareTo(item.node().layer()) < 0) == before;
                })
                .toList());
    }

    private Optional<Double> mean(List<String> ids) {
        var mean = ids.stream()
                .filter(id -> boxes.containsKey(id))
                .mapToDouble(id -> box(id).middle())
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    private Box box(String id) {
        return Objects.requireNonNull(boxes.get(id), id);
    }

    private Layout.Column column(Layer layer) {
        return Objects.requireNonNull(columns.get(layer), layer.heading());
    }

    private double tallest() {
        return SHARED.stream().mapToDouble(layer -> stack(inLayer(layer))).max().orElse(0);
    }

    private List<Item> inLayer(Layer layer) {
        return picture.items().values().stream()
                .filter(i -> i.node().layer() == layer)
                .toList();
    }

    private void shared(Layer layer, double bottom) {
        double middle = (MARGIN + HEAD + bottom) / 2;
        Map<String, Double> wanted = new HashMap<>();
        List<Item> items = new ArrayList<>(inLayer(layer));
        items.forEach(i -> wanted.put(i.id(), beside(i).orElse(middle)));
        items.sort(Comparator.comparingDouble((Item i) -> Math.rint(wanted.getOrDefault(i.id(), 0.0)))
                .thenComparing(i -> i.node().label()));
        column(items, MARGIN + HEAD, bottom, i -> Optional.of(wanted.getOrDefault(i.id(), 0.0)));
    }

    /** What a host has of its own stays with it; all else goes to what is placed already. */
    private Optional<Double> beside(Item item) {
        if (item.lane() >= 0) {
            Box band = bands.get(item.lane()).parts();
            return Optional.of(band.bottom() - PAD - height(item) / 2);
        }
        return mean(neighbours.getOrDefault(item.id(), List.of()).stream()
                .filter(id -> picture.item(id).node().layer() != Layer.MACHINE)
                .toList());
    }

    private void column(
            List<Item> items, double from, double to, java.util.function.Function<Item, Optional<Double>> wanted) {
        if (items.isEmpty()) {
            return;
        }
        Layout.Column column = column(items.getFirst().node().layer());
        double[] heights = items.stream().mapToDouble(i -> height(i) + GAP).toArray();
        double[] tops = new double[heights.length];
        double even = from + Math.max(0, (to - from - stack(items)) / 2);
        for (int i = 0; i < tops.length; i++) {
            double half = height(items.get(i)) / 2;
            double next = even;
            tops[i] = wanted.apply(items.get(i)).map(m -> m - half).orElse(next);
            even += heights[i];
        }
        double[] placed = Spread.tops(tops, heights, from, to + GAP);
        for (int i = 0; i < placed.length; i++) {
            boxes.put(items.get(i).id(), new Box(column.x(), placed[i], column.width(), height(items.get(i))));
        }
    }
}
