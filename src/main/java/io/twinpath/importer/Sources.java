package io.twinpath.importer;

import io.twinpath.driver.Query;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands that tell the parts of a host, by the key that the part stands under: of several ways the first. */
final class Sources {

    private Sources() {}

    static Map<String, String> of(Kinds kinds) {
        Map<String, Set<String>> byKey = new LinkedHashMap<>();
        List<Kind<?>> ordered = new ArrayList<>(kinds.byName().values());
        ordered.sort(Comparator.comparingInt(kind -> HostDraft.rank(kind.name())));
        for (Kind<?> kind : ordered) {
            if (kind.placement().level() == Placement.Level.HOST) {
                byKey.computeIfAbsent(kind.placement().keys().getFirst(), k -> new LinkedHashSet<>())
                        .addAll(commands(kind));
            }
        }
        Map<String, String> comments = new LinkedHashMap<>();
        byKey.forEach((key, commands) -> {
            if (!commands.isEmpty()) {
                comments.put(key, String.join(", ", commands));
            }
        });
        return comments;
    }

    private static List<String> commands(Kind<?> kind) {
        return kind.bindings().stream()
                .map(Binding::census)
                .filter(census -> !census.isEmpty())
                .findFirst()
                .map(census -> census.stream().map(Query::typed).toList())
                .orElseGet(List::of);
    }
}
