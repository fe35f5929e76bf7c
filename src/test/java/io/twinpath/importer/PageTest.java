package io.twinpath.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.Placement;
import io.twinpath.kind.Samples;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Value;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Problems;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.shape.Type;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.hardware.CatalogueReader;
import io.twinpath.spec.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PageTest {

    private static final String SIGNS = "az09 _-./:,;#'\"\\{}[]()&*!|>%@`~?$=+\u00e9\u4e2d\t\n";

    private static Node.Mapping read(String text) {
        Diagnostics problems = new Diagnostics();
        Node.Mapping tree = YamlReader.mapping("page", text.getBytes(StandardCharsets.UTF_8), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted() + "\n" + text));
        assertThat(problems.sorted()).as(text).isEmpty();
        return tree;
    }

    @Test
    void anyTextIsReadBackAsItIs() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            String text = text(random);
            String key = "k" + text.replace("{", ""); // templates in keys are refused, and left out by HostDraft
            Value.Fields inner =
                    new Value.Fields(Map.of(key, new Value.Items(List.of(Value.text(text), Value.text("x")))));
            Value.Fields document = new Value.Fields(Map.of("a", new Value.Fields(Map.of("b", inner))));
            // What the loader renders is compared in ImportLawTest; here no text is meant to be a template.
            String page = Page.of(
                    List.of(text), document, Map.of(List.of("a", "b"), text), Set.of(List.of("a", "b", key, "0")));
            Node b = ((Node.Mapping) read(page).value("a").orElseThrow())
                    .value("b")
                    .orElseThrow();
            Node.Entry entry = ((Node.Mapping) b).entries().getFirst();
            assertThat(entry.key().text()).isEqualTo(key);
            Node.Scalar first =
                    (Node.Scalar) ((Node.Sequence) entry.value()).items().getFirst();
            assertThat(first.text()).isEqualTo(text);
            assertThat(first.isNull()).isFalse();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n >= 0; n--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    /** What is written of a record is the record, for every kind: through text and back. */
    @TestFactory
    Stream<DynamicTest> everyKindIsReadBack() {
        return Kinds.standard(CatalogueReader.standard()).byName().values().stream()
                .filter(kind -> kind.placement().level() == Placement.Level.HOST)
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> readBack(kind)));
    }

    private static <D extends Record & Desired> void readBack(Kind<D> kind) {
        for (int variant = 1; variant <= 2; variant++) {
            D value = inRange(kind, Samples.full(kind.type(), variant));
            Written<D> written = new Written<>(
                    kind, Address.onHost(kind.name(), "esxi1", name(kind, value)), value, Written.fields(kind, value));
            assertThat(written.readBack().map(kind.shape()::managed))
                    .contains(kind.shape().managed(value));
            Value.Fields fields = written.fields().tree();
            String page = Page.of(List.of(), new Value.Fields(Map.of("x", fields)), Map.of(), Set.of());
            Node.Mapping tree = (Node.Mapping) read(page).value("x").orElseThrow();
            Map<String, Node> given = new LinkedHashMap<>();
            kind.placement().own().ifPresent(f -> given.put(f, scalar(name(kind, value))));
            kind.placement()
                    .parent()
                    .ifPresent(f -> given.put(
                            f,
                            scalar(String.valueOf(
                                    kind.shape().managed(value).fields().get(f)))));
            tree.entries().forEach(e -> given.put(e.key().text(), e.value()));
            Diagnostics problems = new Diagnostics();
            Node.Mapping all = new Node.Mapping(
                    given.entrySet().stream()
                            .map(e -> new Node.Entry(scalar(e.getKey()), e.getValue()))
                            .toList(),
                    tree.span());
            assertThat(kind.shape()
                            .decode(all, new Problems(kind.title(), "", problems))
                            .map(kind.shape()::managed))
                    .as("%s%n%s", problems.sorted(), page)
                    .contains(kind.shape().managed(value));
        }
    }

    private static <D extends Record & Desired> D inRange(Kind<D> kind, D sample) {
        return kind.shape()
                .restore(inRange(kind.shape(), kind.shape().managed(sample)))
                .orElseThrow();
    }

    /** Samples have small numbers, which not every field takes. */
    private static Value inRange(Shape<?> shape, Value.Fields fields) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> {
            Field field = shape.field(name).orElseThrow();
            Type type = field.type() instanceof Type.Maybe maybe ? maybe.of() : field.type();
            boolean number = value instanceof Value.Whole && field.range().isPresent();
            values.put(
                    name,
                    number
                            ? new Value.Whole(field.range().orElseThrow().min())
                            : type instanceof Type.Fields inner && value instanceof Value.Fields below
                                    ? inRange(inner.shape(), below)
                                    : value);
        });
        return new Value.Fields(values);
    }

    private static <D extends Record & Desired> String name(Kind<D> kind, D value) {
        return kind.placement()
                .own()
                .map(f -> String.valueOf(kind.shape().managed(value).fields().get(f)))
                .orElse("name");
    }

    private static Node.Scalar scalar(String text) {
        return new Node.Scalar(text, false, io.twinpath.diag.Span.of("page", 1, 1, 0));
    }
}
