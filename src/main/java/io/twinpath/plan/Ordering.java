package io.twinpath.plan;

import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Obstacle;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order of a plan. What turns out to be impossible is blocked together with what waits for it, and the rest is looked at
 * again, until everything that is left can be made.
 */
final class Ordering {

    private final SortedMap<Address, Draft<?>> all;
    private final SortedSet<Address> active = new TreeSet<>();
    private final SortedMap<Address, List<Obstacle>> blocked = new TreeMap<>();
    private Graph graph;

    /**
     * @param all every change
     * @param impossible what is known to be impossible before any order
     */
    Ordering(SortedMap<Address, Draft<?>> all, Map<Address, List<Obstacle>> impossible) {
        this.all = all;
        all.forEach((address, draft) -> {
            if (draft.change() instanceof Change.Blocked<?> b) {
                blocked.put(address, b.obstacles());
            } else if (draft.action().isPresent()) {
                active.add(address);
            }
        });
        graph = impossible.isEmpty() ? new Graph(List.of()) : new Constraints(all, active).graph();
        block(impossible);
        while (block(newObstacles())) {
            // each round blocks at least one more
        }
    }

    List<Address> steps() {
        return graph.order(Comparator.<Address>comparingInt(a -> draft(a).change() instanceof Change.Delete<?> ? 1 : 0)
                .thenComparing(a -> draft(a).risk())
                .thenComparing(Comparator.naturalOrder()));
    }

    SortedMap<Address, List<Obstacle>> blocked() {
        return blocked;
    }

    /** What must have succeeded right before. */
    SortedSet<Address> predecessors(Address address) {
        return graph.predecessors(address);
    }

    private Map<Address, List<Obstacle>> newObstacles() {
        Constraints constraints = new Constraints(all, active);
        graph = constraints.graph();
        if (!constraints.obstacles().isEmpty()) {
            return constraints.obstacles();
        }
        Map<Address, List<Obstacle>> found = new TreeMap<>();
        for (List<Address> circle : graph.circles()) {
            circle.forEach(member -> found.put(member, List.of(PlanProblem.circle(circle))));
        }
        return found;
    }

    private boolean block(Map<Address, List<Obstacle>> found) {
        found.forEach((address, obstacles) -> {
            active.remove(address);
            blocked.put(address, List.copyOf(obstacles));
        });
        for (Address cause : found.keySet()) {
            for (Address waiting : waitingFor(cause)) {
                if (active.remove(waiting)) {
                    blocked.put(waiting, List.of(new Obstacle.WaitsFor(cause)));
                }
            }
        }
        return !found.isEmpty();
    }

    private Set<Address> waitingFor(Address cause) {
        Set<Address> found = new TreeSet<>();
        Deque<Address> open = new ArrayDeque<>(graph.successors(cause));
        while (!open.isEmpty()) {
            Address next = open.pop();
            if (found.add(next)) {
                open.addAll(graph.successors(next));
            }
        }
        return found;
    }

    private Draft<?> draft(Address address) {
        Draft<?> draft = all.get(address);
        if (draft == null) {
            throw new IllegalStateException("not a change: " + address);
        }
        return draft;
    }
}
