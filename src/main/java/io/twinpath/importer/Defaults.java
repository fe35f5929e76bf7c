package io.twinpath.importer;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Installed;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Value;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Problems;
import io.twinpath.model.shape.Shape;
import io.twinpath.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What goes without saying: the values that ESXi has by itself, by kind and release. Data from {@code defaults/KIND.yml}; a
 * kind without such a file has none, and all of it is written.
 */
public final class Defaults implements Installed {

    /**
     * Such a file.
     *
     * @param given which resources of the kind a host has by itself, so that nothing is lost when nothing is said of one
     */
    record Facts(List<DefaultFact> facts, Optional<Given> given) {
        static final Facts NONE = new Facts(List.of(), Optional.empty());

        Facts {
            facts = List.copyOf(facts);
        }
    }

    /** Which resources are there without anybody having made them. */
    enum Given {
        /** Those that are named here. */
        NAMED,
        /** Every one; of those that are not named here nobody knows how they come, so nothing is said of them. */
        ALL
    }

    private final Map<String, Facts> byKind = new ConcurrentHashMap<>();

    private Defaults() {}

    /** Those that come with Twinpath; what is said of a kind is read when it is first asked for. */
    public static Defaults standard() {
        return new Defaults();
    }

    private Facts facts(String kind) {
        return byKind.computeIfAbsent(kind, k -> read("/defaults/" + k + ".yml").orElse(Facts.NONE));
    }

    private static Optional<Facts> read(String file) {
        try (InputStream in = Defaults.class.getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            Diagnostics problems = new Diagnostics();
            Optional<Facts> facts = YamlReader.mapping(file, in.readAllBytes(), problems)
                    .flatMap(m -> Shape.of(Facts.class).decode(m, new Problems("a list of defaults", file, problems)));
            if (problems.hasErrors() || facts.isEmpty()) {
                throw new IllegalStateException("malformed defaults: " + problems.sorted());
            }
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<DefaultFact> of(String kind) {
        return facts(kind).facts();
    }

    @Override
    public <D extends Record & Desired> boolean leaves(Kind<D> kind, Address address, D observed, String release) {
        return kind.asInstalled(observed)
                || switch (given(kind, address.name())) {
                    case NOTHING -> false;
                    case KNOWN ->
                        without(kind, address.name(), fields(kind, observed), release)
                                .isEmpty();
                    case UNKNOWN -> true;
                };
    }

    private static <D extends Record & Desired> Leaves fields(Kind<D> kind, D observed) {
        return Written.fields(kind, kind.written(observed));
    }

    /** What a host has by itself of a name. */
    private enum Own {
        NOTHING,
        KNOWN,
        UNKNOWN
    }

    private Own given(Kind<?> kind, String name) {
        if (kind.placement().form() == Placement.Form.SINGLE) {
            return Own.KNOWN;
        }
        Optional<Given> given = facts(kind.name()).given();
        boolean named = of(kind.name()).stream()
                .anyMatch(f -> f.name().map(name::equals).orElse(true));
        return given.isEmpty()
                ? Own.NOTHING
                : named ? Own.KNOWN : given.orElseThrow() == Given.ALL ? Own.UNKNOWN : Own.NOTHING;
    }

    /** A resource without what goes without saying. Fields that a spec has to give stay. */
    Leaves without(Kind<?> kind, String name, Leaves fields, String version) {
        Release release = Release.parse(version);
        Map<List<String>, Value> rest = new LinkedHashMap<>(fields.byPath());
        for (DefaultFact fact : of(kind.name())) {
            if (fact.of(release) && fact.name().map(name::equals).orElse(true)) {
                List<String> pattern = List.of(fact.field().split("\\."));
                rest.entrySet()
                        .removeIf(e -> matches(pattern, e.getKey())
                                && equal(fact, e.getValue(), fields)
                                && !needed(kind, e.getKey()));
            }
        }
        return new Leaves(rest);
    }

    private static boolean equal(DefaultFact fact, Value value, Leaves all) {
        return fact.sameAs().isPresent()
                ? value.equals(
                        all.byPath().get(List.of(fact.sameAs().orElseThrow().split("\\."))))
                : fact.value().filter(value.toString()::equals).isPresent();
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!pattern.get(i).equals("*") && !pattern.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean needed(Kind<?> kind, List<String> path) {
        return path.size() == 1
                && kind.shape().field(path.getFirst()).filter(Field::required).isPresent();
    }
}
