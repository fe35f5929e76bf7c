package io.twinpath.plan;

import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which change comes before which, and which cannot be made at all.
 *
 * <p>The rules: what is needed comes first, through things that already are as wanted too; a change that takes something
 * away ({@code narrows}) comes after the changes of those who stand on it; whoever stands on what is removed goes or moves
 * first; whoever gives up a claim comes before whoever takes it.
 */
final class Constraints {

    private final SortedMap<Address, Draft<?>> all;
    private final SortedSet<Address> active;
    private final Map<Address, Draft<?>> lookup;
    private final Set<Address> isActive;
    private final Graph graph;
    private final SortedMap<Address, List<Obstacle>> obstacles = new TreeMap<>();

    /**
     * @param all every change, those included that only stand in the way
     * @param active those that can be made as far as is known
     */
    Constraints(SortedMap<Address, Draft<?>> all, SortedSet<Address> active) {
        this.all = all;
        this.active = active;
        this.lookup = new HashMap<>(all);
        this.isActive = new HashSet<>(active);
        this.graph = new Graph(active);
        active.forEach(this::needs);
        removals();
        claims();
    }

    Graph graph() {
        return graph;
    }

    /** What cannot be made, and why. */
    SortedMap<Address, List<Obstacle>> obstacles() {
        return obstacles;
    }

    private void needs(Address address) {
        Draft<?> draft = draft(address);
        for (Address needed : draft.needs()) {
            if (lookup.containsKey(needed) && draft(needed).change().after().isEmpty() && !isBlocked(needed)) {
                obstacle(address, PlanProblem.needsWhatGoes(needed));
            }
        }
        for (Address needed : everythingUnder(draft)) {
            if (draft(needed).change() instanceof Change.Delete<?>) {
                continue;
            }
            if (draft(needed).narrows() && draft.isUpdate()) {
                graph.edge(address, needed);
            } else {
                graph.edge(needed, address);
            }
        }
    }

    private Set<Address> everythingUnder(Draft<?> draft) {
        Set<Address> found = new HashSet<>();
        Deque<Address> open = new ArrayDeque<>(draft.needs());
        while (!open.isEmpty()) {
            Address next = open.pop();
            if (lookup.containsKey(next) && found.add(next)) {
                open.addAll(draft(next).needs());
            }
        }
        return found;
    }

    private void removals() {
        if (active.stream().noneMatch(address -> draft(address).removes())) {
            return;
        }
        Map<Address, SortedSet<Address>> users = new HashMap<>();
        all.forEach((address, draft) -> draft.stoodOn()
                .forEach(under ->
                        users.computeIfAbsent(under, a -> new TreeSet<>()).add(address)));
        for (Address address : active) {
            if (draft(address).removes()) {
                List<Address> staying = new ArrayList<>();
                for (Address user : users.getOrDefault(address, new TreeSet<>())) {
                    if (leaves(user, address)) {
                        graph.edge(user, address);
                    } else if (!user.equals(address)) {
                        staying.add(user);
                    }
                }
                if (!staying.isEmpty()) {
                    boolean replaced = draft(address).change() instanceof Change.Replace<?>;
                    obstacle(address, PlanProblem.heldBy(staying, replaced));
                }
            }
        }
    }

    /** Whether a change of this plan takes the user off what it stands on. */
    private boolean leaves(Address user, Address under) {
        return isActive.contains(user) && !draft(user).needs().contains(under);
    }

    private void claims() {
        Map<String, Address> holders = new HashMap<>();
        Map<String, SortedSet<Address>> takers = new TreeMap<>();
        Set<Scope> scopes = active.stream().map(Address::scope).collect(Collectors.toSet());
        all.forEach((address, draft) -> {
            if (!scopes.contains(address.scope())) {
                return; // a claim is one of its host: nobody there takes or gives any up
            }
            draft.claimsBefore().forEach(claim -> holders.put(onHost(address, claim), address));
            draft.claimsAfter()
                    .forEach(claim -> takers.computeIfAbsent(onHost(address, claim), c -> new TreeSet<>())
                            .add(address));
        });
        for (Address address : active) {
            Set<String> taken = new HashSet<>(draft(address).claimsAfter());
            taken.removeAll(draft(address).claimsBefore());
            new TreeSet<>(taken).forEach(claim -> claim(address, claim, holders, takers));
        }
    }

    private void claim(
            Address address, String claim, Map<String, Address> holders, Map<String, SortedSet<Address>> takers) {
        for (Address other : takers.getOrDefault(onHost(address, claim), new TreeSet<>())) {
            if (!other.equals(address)) {
                obstacle(
                        address,
                        isBlocked(other)
                                ? new Obstacle.WaitsFor(other)
                                : PlanProblem.alsoWanted(
                                        claim, other, draft(other).isUndeclared()));
            }
        }
        Address holder = holders.get(onHost(address, claim));
        if (holder != null) {
            graph.edge(holder, address);
        }
    }

    private static String onHost(Address address, String claim) {
        return address.scope().text() + "\n" + claim;
    }

    private boolean isBlocked(Address address) {
        return !isActive.contains(address) && !(draft(address).change() instanceof Change.Keep<?>);
    }

    private Draft<?> draft(Address address) {
        Draft<?> draft = lookup.get(address);
        if (draft == null) {
            throw new IllegalStateException("not a change: " + address);
        }
        return draft;
    }

    private void obstacle(Address address, Obstacle obstacle) {
        List<Obstacle> known = obstacles.computeIfAbsent(address, a -> new ArrayList<>());
        if (!known.contains(obstacle)) {
            known.add(obstacle);
        }
    }
}
