package io.twinpath.execute;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Way;
import io.twinpath.observe.Target;
import io.twinpath.plan.Checks;
import io.twinpath.plan.Guard;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether what a plan rests on is still so. */
record Freshness(Plan plan, Checks checks, Rereader rereader) {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** What is wrong with the plan itself, whatever the hosts say. */
    List<String> ofPlan(ExecuteSettings settings) {
        List<String> reasons = new ArrayList<>();
        Instant now = settings.clock().instant();
        Duration age = Duration.between(plan.stamp().createdAt(), now);
        if (age.compareTo(settings.oldest()) > 0) {
            reasons.add(ExecuteProblem.tooOld(age, settings.oldest()));
        }
        if (age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
            reasons.add(ExecuteProblem.fromTheFuture());
        }
        if (!plan.stamp().toolVersion().equals(settings.toolVersion())) {
            reasons.add(ExecuteProblem.otherTool(plan.stamp().toolVersion(), settings.toolVersion()));
        }
        return reasons;
    }

    /**
     * Everything that the steps of a place rest on, in one look, before any of them.
     *
     * @param begun whether steps were made elsewhere: what they did may be seen here, as when a machine runs again once its
     *     host has storage. Then it is enough that the same commands would be planned from what is there now.
     */
    HostCheck ofHost(String host, Reader session, boolean begun) throws DriverException {
        List<Guard> guards = plan.steps().stream()
                .filter(s -> s.place().equals(host))
                .flatMap(s -> s.guards().stream())
                .distinct()
                .toList();
        Snapshot now = read(host, session, guards);
        Optional<String> stranger = stranger(host, now);
        if (stranger.isPresent()) {
            return new HostCheck.Stale(List.of(stranger.orElseThrow()));
        }
        List<Guard> broken = guards.stream()
                .filter(guard -> !checks.holds(guard, observed(now, guard.address())))
                .filter(guard -> !begun || !sameCommands(guard, observed(now, guard.address())))
                .toList();
        List<String> reasons = broken(broken, now);
        return reasons.isEmpty() ? new HostCheck.Fresh() : new HostCheck.Stale(reasons);
    }

    private boolean sameCommands(Guard guard, Observed<?> observed) {
        List<Step> own = plan.steps().stream()
                .filter(step -> step.address().equals(guard.address()))
                .toList();
        return !own.isEmpty() && own.stream().allMatch(step -> checks.sameCommands(step, observed));
    }

    /**
     * What one step rests on, right before it. Earlier steps may have had side effects on its resource: then it is enough
     * that the same commands would be planned from what is there now.
     */
    Optional<String> ofStep(Step step, Reader session) throws DriverException {
        Snapshot now = read(step.place(), session, step.guards());
        Optional<String> stranger = stranger(step.place(), now);
        if (stranger.isPresent()) {
            return stranger;
        }
        List<Guard> broken = step.guards().stream()
                .filter(guard -> {
                    Observed<?> observed = observed(now, guard.address());
                    boolean own = guard.address().equals(step.address());
                    return !checks.holds(guard, observed) && !(own && checks.sameCommands(step, observed));
                })
                .limit(1)
                .toList();
        return broken(broken, now).stream().findFirst();
    }

    /** The resource of a step, now; the cards of its ports are read with it, as they were when the plan was made. */
    Observed<?> again(Step step, Reader session) throws DriverException {
        List<Guard> known = step.guards().stream()
                .filter(guard -> guard instanceof Guard.Unchanged)
                .toList();
        return observed(read(step.place(), session, known), step.address());
    }

    private Snapshot read(String place, Reader session, Collection<Guard> guards) throws DriverException {
        SortedMap<Address, Way> ways = new TreeMap<>();
        guards.forEach(guard -> ways.put(guard.address(), new Way(place, guard.transport())));
        List<Target<?>> targets = new ArrayList<>();
        ways.forEach((address, way) -> targets.add(target(checks.declared(plan, address), way)));
        return rereader.read(place, session, targets);
    }

    private static <D extends Record & Desired> Target<D> target(Resource<D> resource, Way way) {
        return new Target<>(resource.address(), resource.desired(), Optional.of(way));
    }

    private Optional<String> stranger(String host, Snapshot now) {
        HostFact planned = plan.hosts().getOrDefault(host, NOBODY);
        HostFact found = now.hosts().getOrDefault(host, NOBODY);
        if (!planned.equals(found)) {
            return Optional.of(ExecuteProblem.otherHost(host, planned, found));
        }
        return found instanceof HostFact.Reached r && r.identified()
                ? Optional.empty()
                : Optional.of(ExecuteProblem.nobodyKnown(host));
    }

    private static final HostFact NOBODY = new HostFact.Unreached(HostFact.Cause.UNREACHABLE, "not looked at");

    private static Observed<?> observed(Snapshot now, Address address) {
        return now.fact(address)
                .<Observed<?>>map(Fact::observed)
                .orElseGet(() -> new Observed.Unreadable<>("it was not looked at."));
    }

    /** One sentence for all of which the same is to be said. */
    private static List<String> broken(List<Guard> guards, Snapshot now) {
        SortedSet<Address> changed = new TreeSet<>();
        SortedSet<Address> gone = new TreeSet<>();
        SortedMap<String, SortedSet<Address>> unread = new TreeMap<>();
        for (Guard guard : guards) {
            if (observed(now, guard.address()) instanceof Observed.Unreadable<?> u) {
                unread.computeIfAbsent(u.reason(), r -> new TreeSet<>()).add(guard.address());
            } else {
                switch (guard) {
                    case Guard.Unchanged unchanged -> changed.add(guard.address());
                    case Guard.StillThere stillThere -> gone.add(guard.address());
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!changed.isEmpty()) {
            sentences.add(ExecuteProblem.changed(List.copyOf(changed)));
        }
        if (!gone.isEmpty()) {
            sentences.add(ExecuteProblem.gone(List.copyOf(gone)));
        }
        unread.forEach((why, all) -> sentences.add(ExecuteProblem.unreadable(List.copyOf(all), why)));
        return List.copyOf(sentences);
    }
}
