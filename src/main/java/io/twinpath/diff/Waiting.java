package io.twinpath.diff;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Blocks what stands on something blocked, directly or not, and has something to change itself. The obstacle names the first cause, not the
 * nearest: that is where a person has to look.
 */
final class Waiting {

    private final SortedMap<Address, Change<?>> changes;
    private final Kinds kinds;
    private final Map<Address, SortedSet<Address>> causes = new HashMap<>();

    private Waiting(SortedMap<Address, Change<?>> changes, Kinds kinds) {
        this.changes = changes;
        this.kinds = kinds;
    }

    static SortedMap<Address, Change<?>> blockDependents(SortedMap<Address, Change<?>> changes, Kinds kinds) {
        if (changes.values().stream().noneMatch(change -> change instanceof Change.Blocked<?>)) {
            return changes;
        }
        Waiting waiting = new Waiting(changes, kinds);
        SortedMap<Address, Change<?>> result = new TreeMap<>();
        changes.forEach((address, change) -> {
            SortedSet<Address> causes = waiting.causes(address);
            boolean goesOn =
                    change instanceof Change.Blocked<?> || change instanceof Change.Keep<?> || causes.isEmpty();
            result.put(address, goesOn ? change : waiting.blocked(change, causes));
        });
        return result;
    }

    /** What a resource waits for in the end; itself when it is what others wait for. */
    private SortedSet<Address> causes(Address address) {
        SortedSet<Address> known = causes.get(address);
        if (known != null) {
            return known;
        }
        SortedSet<Address> found = new TreeSet<>();
        causes.put(address, found); // a circle of requirements ends here; the planner tells it
        switch (changes.get(address)) {
            case null -> {}
            case Change.Blocked<?> b -> found.addAll(ofBlocked(b));
            case Change.Keep<?> k -> requires(k).forEach(r -> found.addAll(causes(r)));
            case Change.Delete<?> d -> {}
            case Change.Create<?> c -> requires(c).forEach(r -> found.addAll(causes(r)));
            case Change.Update<?> c -> requires(c).forEach(r -> found.addAll(causes(r)));
            case Change.Replace<?> c -> requires(c).forEach(r -> found.addAll(causes(r)));
        }
        return found;
    }

    private static Set<Address> ofBlocked(Change.Blocked<?> blocked) {
        Set<Address> others = new TreeSet<>();
        for (Obstacle obstacle : blocked.obstacles()) {
            others.add(obstacle instanceof Obstacle.WaitsFor w ? w.other() : blocked.address());
        }
        return others;
    }

    private Set<Address> requires(Change<?> change) {
        return kinds.kind(change.address().kind())
                .map(kind -> requires(kind, change.resource()))
                .orElse(change.resource().requires());
    }

    private static <D extends Record & Desired> Set<Address> requires(Kind<D> kind, Resource<?> resource) {
        Set<Address> all = new TreeSet<>(resource.requires());
        resource.desired()
                .ifPresent(d ->
                        all.addAll(kind.requires(resource.address(), kind.type().cast(d))));
        return all;
    }

    private <D extends Record & Desired> Change<D> blocked(Change<D> change, Set<Address> causes) {
        return new Change.Blocked<>(
                change.resource(),
                observed(change),
                causes.stream().<Obstacle>map(Obstacle.WaitsFor::new).toList());
    }

    private static <D extends Record & Desired> Observed<D> observed(Change<D> change) {
        return change.before().<Observed<D>>map(Observed.Present::new).orElseGet(Observed.Absent::new);
    }
}
