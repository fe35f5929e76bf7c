package io.twinpath.plan;

import io.twinpath.model.Address;
import io.twinpath.model.HostFact;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that an apply will do, decided. Self-contained: neither spec nor snapshot are needed to run it.
 *
 * @param stamp how it was made
 * @param project whose plan it is
 * @param specFingerprint SHA-256 of the rendered spec that it was made from
 * @param factsFingerprint SHA-256 of everything that its steps rest on
 * @param hosts every host that was asked, with its identity
 * @param steps in the order in which they are sent
 * @param blocked what is wanted and cannot be done now
 * @param declared what the spec says of everything that is read again at apply; {@code None} for what must be absent
 * @param notApplied kinds that the spec uses and that cannot be applied yet
 * @param kept how many resources already are as wanted
 * @param undeclared what was found, is not declared, and was asked for by an exact collection that only reports
 * @param risks what it does to risks, for whoever reviews it: {@code opens}, {@code worsens}, {@code closes} and {@code leaves},
 *     each a list of findings, and the ids of those that it is {@code refused} for; empty when nobody judged it
 */
public record Plan(
        PlanStamp stamp,
        String project,
        String specFingerprint,
        String factsFingerprint,
        SortedMap<String, HostFact> hosts,
        List<Step> steps,
        List<Blocked> blocked,
        SortedMap<Address, Value> declared,
        SortedSet<String> notApplied,
        int kept,
        SortedSet<Address> undeclared,
        Optional<Value.Fields> risks) {

    /** The version of what a plan file means; a file of a later version is refused. */
    public static final int FORMAT = 1;

    /** The name in the address of a blocked exact collection: what a host has of that kind could not be listed. */
    public static final String ALL_OF_A_KIND = "*";

    public Plan {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        steps = List.copyOf(steps);
        blocked = List.copyOf(blocked);
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
        notApplied = Collections.unmodifiableSortedSet(new TreeSet<>(notApplied));
        undeclared = Collections.unmodifiableSortedSet(new TreeSet<>(undeclared));
        requireOrder(steps);
    }

    /**
     * Something that is wanted and cannot be done now.
     *
     * @param obstacles what is in the way; all of them {@code WaitsFor} when it only waits for others
     */
    public record Blocked(Address address, List<Obstacle> obstacles) {
        public Blocked {
            obstacles = List.copyOf(obstacles);
            if (obstacles.isEmpty()) {
                throw new IllegalArgumentException("what is blocked says what is in the way: " + address);
            }
        }

        /** Whether it is a cause, and not only waiting for one. */
        public boolean isCause() {
            return obstacles.stream().anyMatch(o -> !(o instanceof Obstacle.WaitsFor));
        }
    }

    /** The same, judged. */
    public Plan judged(Value.Fields difference) {
        return new Plan(
                stamp,
                project,
                specFingerprint,
                factsFingerprint,
                hosts,
                steps,
                blocked,
                declared,
                notApplied,
                kept,
                undeclared,
                Optional.of(difference));
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The hosts, and vCenter, that have steps, in the order of their first. */
    public List<String> changedPlaces() {
        return steps.stream().map(Step::place).distinct().toList();
    }

    /** The hosts that could not be asked. */
    public SortedMap<String, HostFact.Unreached> unreached() {
        return hosts.entrySet().stream()
                .filter(e -> e.getValue() instanceof HostFact.Unreached)
                .collect(Collectors.toMap(
                        e -> e.getKey(), e -> (HostFact.Unreached) e.getValue(), (a, b) -> a, TreeMap::new));
    }

    /** Whether everything is as the spec wants it, as far as Twinpath applies it. */
    public boolean isEmpty() {
        return steps.isEmpty() && blocked.isEmpty();
    }

    private static void requireOrder(List<Step> steps) {
        Set<String> before = new HashSet<>();
        for (Step step : steps) {
            if (!before.containsAll(step.after())) {
                throw new IllegalArgumentException("step " + step.id() + " comes before what it needs");
            }
            if (!before.add(step.id())) {
                throw new IllegalArgumentException("two steps are called " + step.id());
            }
        }
    }
}
