package io.twinpath.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Value;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.shape.Type;
import io.twinpath.spec.hardware.CatalogueReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DefaultsTest {

    private static final Kinds KINDS = Kinds.standard(CatalogueReader.standard());
    private static final Defaults DEFAULTS = Defaults.standard();

    @TestFactory
    Stream<DynamicTest> everyFactIsOfAFieldThatThereIsAndHasASource() {
        return KINDS.byName().values().stream()
                .flatMap(kind -> DEFAULTS.of(kind.name()).stream()
                        .map(fact -> DynamicTest.dynamicTest(kind.name() + "." + fact.field(), () -> {
                            assertThat(fact.source()).isNotBlank();
                            assertThat(fact.value().isPresent() ^ fact.sameAs().isPresent())
                                    .isTrue();
                            assertThat(there(kind.shape(), List.of(fact.field().split("\\."))))
                                    .isTrue();
                        })));
    }

    private static boolean there(Shape<?> shape, List<String> path) {
        Optional<Type> type =
                shape.field(path.getFirst()).map(Field::type).map(t -> t instanceof Type.Maybe maybe ? maybe.of() : t);
        List<String> rest = path.subList(1, path.size());
        return type.isPresent()
                && switch (type.orElseThrow()) {
                    case Type.Fields fields -> !rest.isEmpty() && there(fields.shape(), rest);
                    case Type.MapOf map ->
                        !rest.isEmpty()
                                && (map.of() instanceof Type.Fields fields
                                        ? there(fields.shape(), rest.subList(1, rest.size()))
                                        : rest.size() == 1);
                    default -> rest.isEmpty();
                };
    }

    @Test
    void aFactOfSomeReleasesIsNotTrueOfOthers() {
        Leaves found = Leaves.of(List.of("security", "mac_changes"), new Value.Flag(true));
        assertThat(without("vswitch", found, "6.7.0").isEmpty()).isTrue();
        assertThat(without("vswitch", found, "7.0.3").isEmpty()).isFalse();
        assertThat(without("vswitch", found, "unknown").isEmpty()).isFalse();
    }

    @Test
    void aFieldThatASpecHasToGiveStays() {
        Leaves found = new Leaves(Map.of(List.of("enabled"), new Value.Flag(false)));
        assertThat(without("iscsi", found, "6.7.0")).isEqualTo(found);
    }

    private static Leaves without(String kind, Leaves found, String version) {
        return DEFAULTS.without(KINDS.kind(kind).orElseThrow(), "x", found, version);
    }
}
