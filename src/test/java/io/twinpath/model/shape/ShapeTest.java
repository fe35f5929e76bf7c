package io.twinpath.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.Delta;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.PortRef;
import io.twinpath.model.Value;
import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShapeTest {

    enum Mode {
        FAST,
        VERY_SLOW
    }

    record Inner(Optional<List<PortRef>> active, Optional<Boolean> failback) {}

    record Sample(
            String name,
            @Range(min = 1280, max = 9000) Optional<Integer> mtu,
            Optional<Ipv4Prefix> ip,
            Optional<Mode> mode,
            @ForcesReplace Optional<String> portGroup,
            SortedSet<PortRef> uplinks,
            Optional<Inner> teaming,
            Map<String, Inner> named,
            @FoundOnly Optional<String> driver) {}

    private static final Shape<Sample> SHAPE = Shape.of(Sample.class);

    private static final Sample LEAST = new Sample(
            "a",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            Optional.empty(),
            Map.of(),
            Optional.empty());

    private static final Sample FULL = new Sample(
            "a",
            Optional.of(9000),
            Optional.of(Ipv4Prefix.parse("10.0.0.13/24")),
            Optional.of(Mode.VERY_SLOW),
            Optional.of("VM, Network"),
            new TreeSet<>(List.of(PortRef.parse("vmnic4"), PortRef.parse("storage_a/0"))),
            Optional.of(new Inner(Optional.of(List.of(PortRef.parse("storage_a/0"))), Optional.of(true))),
            Map.of("x", new Inner(Optional.empty(), Optional.of(false))),
            Optional.of("qfle3"));

    @Test
    void namesFieldsAsAuthorsWriteThem() {
        assertThat(SHAPE.fields().stream().map(Field::name))
                .containsExactly("name", "mtu", "ip", "mode", "port_group", "uplinks", "teaming", "named", "driver");
    }

    @Test
    void decodesWhatItEncodes() {
        Diagnostics found = new Diagnostics();
        Sample known = new Sample(
                FULL.name,
                FULL.mtu,
                FULL.ip,
                FULL.mode,
                FULL.portGroup,
                FULL.uplinks,
                FULL.teaming,
                FULL.named,
                Optional.empty());
        Optional<Sample> back = SHAPE.decode(node(SHAPE.encode(known)), new Problems("a sample", "", found));
        assertThat(found.sorted()).isEmpty();
        assertThat(back).contains(known);
    }

    @Test
    void findsNoDifferenceInItself() {
        assertThat(SHAPE.compare(FULL, FULL)).isEmpty();
        assertThat(SHAPE.compare(LEAST, LEAST)).isEmpty();
    }

    @Test
    void leavesAloneWhatIsNotManaged() {
        Sample onlyName = new Sample(
                "a",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FULL.uplinks,
                Optional.empty(),
                Map.of(),
                Optional.empty());
        assertThat(SHAPE.compare(onlyName, FULL)).isEmpty();
        assertThat(SHAPE.overlay(onlyName, FULL)).isEqualTo(FULL);
    }

    @Test
    void namesEachDifferenceByItsPath() {
        List<Delta> deltas = SHAPE.compare(
                FULL,
                new Sample(
                        "b",
                        Optional.of(1500),
                        FULL.ip,
                        Optional.empty(),
                        Optional.of("other"),
                        FULL.uplinks,
                        Optional.of(new Inner(Optional.of(List.of()), Optional.of(true))),
                        Map.of(),
                        Optional.empty()));
        assertThat(deltas.stream().map(d -> d.path() + (d.forcesReplace() ? "!" : "")))
                .containsExactly("name", "mtu", "mode", "port_group!", "teaming.active", "named.x");
    }

    @Test
    void overlayMakesTheComparisonEmpty() {
        assertThat(SHAPE.compare(FULL, SHAPE.overlay(FULL, LEAST))).isEmpty();
        assertThat(SHAPE.compare(LEAST, SHAPE.overlay(LEAST, FULL))).isEmpty();
    }

    @Test
    void replacesPortsWhereverTheyStand() {
        PortRef vmnic = PortRef.parse("vmnic7");
        Sample replaced = SHAPE.replacePorts(FULL, p -> p instanceof PortRef.CardPort ? vmnic : p);
        assertThat(replaced.uplinks).containsExactlyInAnyOrder(PortRef.parse("vmnic4"), vmnic);
        assertThat(SHAPE.ports(replaced).values()).doesNotContain(PortRef.parse("storage_a/0"));
        assertThat(SHAPE.ports(FULL).keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("uplinks.0", "uplinks.1", "teaming.active.0");
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        Node node = mapping(
                entry("mtu", scalar("010")),
                entry("modee", scalar("fast")),
                entry("mode", scalar("slow")),
                entry("ip", scalar("10.0.0.256/24")),
                entry("uplinks", sequence(scalar("vmnic1"), scalar("vmnic1"))),
                entry("teaming", scalar("")),
                entry("driver", scalar("x")));
        Diagnostics found = new Diagnostics();
        assertThat(SHAPE.decode(node, new Problems("a sample", "x:y", found))).isEmpty();
        assertThat(found.sorted().stream().map(Diagnostic::code).sorted())
                .containsExactly(
                        "SPC0102", "SPC0102", "SPC0103", "SPC0104", "SPC0106", "SPC0107", "SPC0108", "SPC0110");
        assertThat(found.sorted())
                .filteredOn(d -> d.code().equals("SPC0104"))
                .first()
                .satisfies(d -> assertThat(d.hints()).containsExactly("Did you mean \"mode\"?"));
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        for (String mtu : List.of("1279", "9001", "-1", "99999999999999999999", "1e3", "0x10", "١٥٠٠")) {
            Diagnostics found = new Diagnostics();
            Node node = mapping(entry("name", scalar("a")), entry("mtu", scalar(mtu)));
            assertThat(SHAPE.decode(node, new Problems("a sample", "", found))).isEmpty();
            assertThat(found.errors()).isEqualTo(1);
        }
    }

    private static int line = 1;

    private static Span somewhere() {
        return Span.of("test.yml", line++, 1, 1);
    }

    private static Node.Scalar scalar(String text) {
        return new Node.Scalar(text, true, somewhere());
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(scalar(key), value);
    }

    private static Node mapping(Node.Entry... entries) {
        return new Node.Mapping(Arrays.asList(entries), somewhere());
    }

    private static Node sequence(Node... items) {
        return new Node.Sequence(Arrays.asList(items), somewhere());
    }

    private static Node node(Value value) {
        return switch (value) {
            case Value.None n -> scalar("");
            case Value.Text t -> new Node.Scalar(t.text(), false, somewhere());
            case Value.Whole w -> scalar(Long.toString(w.number()));
            case Value.Flag f -> scalar(Boolean.toString(f.on()));
            case Value.Items i ->
                sequence(i.items().stream().map(ShapeTest::node).toArray(Node[]::new));
            case Value.Fields f -> {
                List<Node.Entry> entries = new ArrayList<>();
                f.fields().forEach((k, v) -> entries.add(entry(k, node(v))));
                yield mapping(entries.toArray(Node.Entry[]::new));
            }
        };
    }

    record Bare(boolean on, Optional<Boolean> known) {}

    @Test
    void readsFieldsTheSameWayHoweverOften() {
        Bare bare = new Bare(true, Optional.of(false));
        List<Field> fields = Shape.of(Bare.class).fields();
        for (int reads = 0; reads < 3_000; reads++) {
            assertThat(fields.get(0).read(bare)).isEqualTo(true);
            assertThat(fields.get(1).read(bare)).isEqualTo(Optional.of(false));
        }
    }
}
