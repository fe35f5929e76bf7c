package io.twinpath.importer;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Value;
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

/**
 * What goes without saying: the values that ESXi has by itself, by kind and release. Data from {@code defaults/KIND.yml}; a
 * kind without such a file has none, and all of it is written.
 */
public final class Defaults {

    /**
     * Such a file.
     *
     * @param given whether a host has resources of the kind by itself, so that nothing is lost when nothing is said of one
     */
    record Facts(List<DefaultFact> facts, Optional<Boolean> given) {
        static final Facts NONE = new Facts(List.of(), Optional.empty());

        Facts {
            facts = List.copyOf(facts);
        }
    }

    private final Map<String, Facts> byKind;

    private Defaults(Map<String, Facts> byKind) {
        this.byKind = Map.copyOf(byKind);
    }

    /** Those that come with Twinpath. */
    public static Defaults standard(Kinds kinds) {
        Map<String, Facts> byKind = new LinkedHashMap<>();
        for (String kind : kinds.byName().keySet()) {
            read("/defaults/" + kind + ".yml").ifPresent(facts -> byKind.put(kind, facts));
        }
        return new Defaults(byKind);
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
        return byKind.getOrDefault(kind, Facts.NONE).facts();
    }

    boolean given(String kind) {
        return byKind.getOrDefault(kind, Facts.NONE).given().orElse(false);
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
                && kind.shape()
                        .field(path.getFirst())
                        .filter(Shape.Field::required)
                        .isPresent();
    }
}
