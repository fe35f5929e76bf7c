package io.twinpath.review;

import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what was written differently so that a value became another. The line that sets a value need not be it: a template
 * stays as it is when the variable or the argument that it names changes.
 */
final class Causes {

    /** Templates that name one another: no more steps than the loader takes. */
    private static final int DEEPEST = 20;

    private final Version before;
    private final Version after;

    Causes(Version before, Version after) {
        this.before = before;
        this.after = after;
    }

    /** Of a field that one of the two, or both, set. */
    List<Place> of(FieldPath path, Statement old, Statement now, boolean stillSet) {
        Optional<Origin> former = old.winner(path);
        if (!stillSet) {
            return former
                    .map(o -> new Place(Place.Side.BEFORE, o.span(), left(o.layer(), old.address())))
                    .or(() -> whole(now, Place.Side.AFTER))
                    .stream()
                    .toList();
        }
        Optional<Origin> winner = now.winner(path);
        if (winner.isEmpty()) {
            return whole(now, Place.Side.AFTER).stream().toList();
        }
        List<Origin> causes = former.map(f -> differing(f, winner.orElseThrow(), now.address(), DEEPEST))
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> List.of(winner.orElseThrow()));
        return causes.stream()
                .map(o -> new Place(Place.Side.AFTER, o.span(), joined(o.layer(), now.address())))
                .distinct()
                .toList();
    }

    /** Where a thing is declared as a whole. On a host that came or went with it, that is the cause. */
    Optional<Place> whole(Statement statement, Place.Side side) {
        Address address = statement.address();
        Version here = side == Place.Side.AFTER ? after : before;
        Version other = side == Place.Side.AFTER ? before : after;
        Optional<Place> host = address.host()
                .filter(h -> !other.spec().hosts().containsKey(h))
                .flatMap(h -> Optional.ofNullable(here.origins().hosts().get(h)))
                .map(span -> new Place(side, span, "host"));
        String layer = statement.layer();
        return host.or(() -> statement
                .at()
                .map(span -> new Place(
                        side, span, side == Place.Side.AFTER ? joined(layer, address) : left(layer, address))));
    }

    private List<Origin> differing(Origin old, Origin now, Address address, int depth) {
        if (!old.written().equals(now.written())) {
            return List.of(now);
        }
        List<Origin> found = new ArrayList<>();
        if (depth > 0) {
            now.uses().forEach((name, given) -> {
                if (given.isPresent()) {
                    found.addAll(argument(old, name, given.orElseThrow(), address, depth));
                } else {
                    found.addAll(variable(name, address, depth));
                }
            });
        }
        return found;
    }

    private List<Origin> argument(Origin old, String name, Origin now, Address address, int depth) {
        Optional<Origin> former = old.uses().getOrDefault(name, Optional.empty());
        return former.isEmpty() ? List.of(now) : differing(former.orElseThrow(), now, address, depth - 1);
    }

    private List<Origin> variable(String name, Address address, int depth) {
        String host = address.host().orElse("");
        Map<FieldPath, List<Origin>> former = before.origins().vars().getOrDefault(host, Map.of());
        List<Origin> found = new ArrayList<>();
        after.origins().vars().getOrDefault(host, Map.of()).forEach((path, chain) -> {
            if (path.startsWith(FieldPath.of(name))) {
                List<Origin> old = former.getOrDefault(path, List.of());
                Origin now = chain.getFirst();
                found.addAll(old.isEmpty() ? List.of(now) : differing(old.getFirst(), now, address, depth - 1));
            }
        });
        return found;
    }

    private String joined(String layer, Address address) {
        return changedMembership(layer, address, before, after) ? layer + ", which the host joined" : layer;
    }

    private String left(String layer, Address address) {
        return changedMembership(layer, address, after, before) ? layer + ", which the host left" : layer;
    }

    private static boolean changedMembership(String layer, Address address, Version without, Version with) {
        int at = layer.lastIndexOf("group ");
        if (at < 0 || address.host().isEmpty()) {
            return false;
        }
        String host = address.host().orElseThrow();
        String group = layer.substring(at + "group ".length());
        return without.spec().hosts().containsKey(host)
                && members(with, group).contains(host)
                && !members(without, group).contains(host);
    }

    private static Set<String> members(Version version, String group) {
        return version.spec().groups().getOrDefault(group, Collections.emptySortedSet());
    }
}
