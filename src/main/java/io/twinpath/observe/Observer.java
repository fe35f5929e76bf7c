package io.twinpath.observe;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Way;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at hosts, several at a time, and never changes one. Equal answers give equal snapshots, whatever came first. */
public final class Observer {

    /** Hosts at a time unless told otherwise. */
    public static final int CONCURRENCY = 8;

    /** Hosts at a time at most. */
    public static final int MOST = 32;

    private final Kinds kinds;
    private final Driver driver;
    private final int concurrency;
    private final InstantSource clock;

    public Observer(Kinds kinds, Driver driver, int concurrency, InstantSource clock) {
        if (concurrency < 1 || concurrency > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " hosts at a time, not " + concurrency);
        }
        this.kinds = kinds;
        this.driver = driver;
        this.concurrency = concurrency;
        this.clock = clock;
    }

    /**
     * Looks at all hosts and at all targets on them. A host that fails makes its own targets unreadable and no others.
     *
     * @param hosts those to reach, also when no target is on them; targets on others are passed over. vCenter is asked when
     *     something that belongs to it is looked for and the driver knows one.
     */
    public Snapshot observe(Collection<String> hosts, Collection<? extends Target<?>> targets, Progress progress)
            throws InterruptedException {
        return survey(hosts, targets, Census.none(), progress);
    }

    /**
     * The same, and everything else that the hosts have of the kinds that the census asks for; not one round trip more.
     * What no target names is found under the host's own name for it, such as the PCI address of a card.
     */
    public Snapshot survey(
            Collection<String> hosts, Collection<? extends Target<?>> targets, Census census, Progress progress)
            throws InterruptedException {
        boolean vcenter = !driver.ways(Way.VCENTER).isEmpty();
        SortedSet<Address> beyond = new TreeSet<>();
        SortedMap<String, List<Target<?>>> byPlace = new TreeMap<>();
        hosts.forEach(host -> byPlace.put(host, new ArrayList<>()));
        if (vcenter && kinds.byName().keySet().stream().anyMatch(kind -> census.asks(Way.VCENTER, kind))) {
            byPlace.put(Way.VCENTER, new ArrayList<>());
        }
        for (Target<?> target : targets) {
            Optional<String> place = place(target, vcenter);
            if (place.filter(Way.VCENTER::equals).isPresent()) {
                byPlace.computeIfAbsent(Way.VCENTER, p -> new ArrayList<>()).add(target);
            } else if (place.isPresent()) {
                Optional.ofNullable(byPlace.get(place.orElseThrow())).ifPresent(its -> its.add(target));
            } else if (kinds.kind(target.address().kind())
                    .filter(kind -> !kind.bindings().isEmpty())
                    .isPresent()) {
                beyond.add(target.address());
            }
        }
        return look(byPlace, census, beyond, progress);
    }

    private Snapshot look(
            SortedMap<String, List<Target<?>>> byPlace, Census census, SortedSet<Address> beyond, Progress progress)
            throws InterruptedException {
        SortedMap<String, HostFact> found = new TreeMap<>();
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        SortedSet<Snapshot.Unlisted> unlisted = new TreeSet<>();
        if (byPlace.isEmpty()) {
            return new Snapshot(found, facts, unlisted, beyond);
        }
        driver.ahead(() -> opening(byPlace, census));
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(concurrency, byPlace.size()),
                Thread.ofPlatform().daemon().name("observe-", 1).factory());
        try {
            Map<String, Future<Seen>> looks = new TreeMap<>();
            byPlace.forEach((place, its) -> looks.put(place, pool.submit(() -> look(place, its, census, progress))));
            for (Map.Entry<String, Future<Seen>> look : looks.entrySet()) {
                Seen seen = result(look.getValue());
                found.put(look.getKey(), seen.host);
                facts.putAll(seen.facts);
                unlisted.addAll(seen.unlisted);
            }
            return new Snapshot(found, facts, unlisted, beyond);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What every place is asked first when all ways are open. */
    private Map<String, List<Query>> opening(SortedMap<String, List<Target<?>>> byPlace, Census census) {
        Map<String, List<Query>> opening = new TreeMap<>();
        byPlace.forEach((place, its) -> {
            Routes routes = new Routes(place, driver.ways(place));
            HostReading reading = new HostReading(kinds, routes, clock);
            opening.put(
                    place,
                    reading.opening(its, Identity.queries(routes), reading.rolls(census), reading.glances(census)));
        });
        return opening;
    }

    private Optional<String> place(Target<?> target, boolean vcenter) {
        return kinds.kind(target.address().kind()).flatMap(kind -> place(kind, target, vcenter));
    }

    private static <D extends Record & Desired> Optional<String> place(
            Kind<D> kind, Target<?> target, boolean vcenter) {
        return kind.place(target.address(), target.wanted().map(kind.type()::cast), vcenter);
    }

    /** Reads targets at one place again, and what it is, over a session that is open; as many round trips as for a look. */
    public Snapshot read(String place, Reader session, Collection<? extends Target<?>> targets) throws DriverException {
        Routes routes = routes(place, session);
        HostReading reading = new HostReading(kinds, routes, clock);
        SortedMap<Address, Fact<?>> facts = reading.read(session, List.copyOf(targets), Identity.queries(routes));
        Optional<String> stale = Identity.stale(routes, reading.replies());
        if (stale.isPresent()) {
            throw new DriverException(DriverException.Problem.UNREACHABLE, stale.orElseThrow());
        }
        SortedMap<String, HostFact> identity = new TreeMap<>();
        identity.put(place, Identity.of(routes, reading.replies()));
        return new Snapshot(identity, facts);
    }

    private record Seen(HostFact host, SortedMap<Address, Fact<?>> facts, SortedSet<Snapshot.Unlisted> unlisted) {}

    private Seen look(String place, List<Target<?>> targets, Census census, Progress progress) {
        progress.started(place);
        try (Reader reader = driver.reader(place)) {
            Routes routes = routes(place, reader);
            HostReading reading = new HostReading(kinds, routes, clock);
            SortedMap<Address, Fact<?>> facts = reading.read(
                    reader, targets, Identity.queries(routes), reading.rolls(census), reading.glances(census));
            Optional<String> stale = Identity.stale(routes, reading.replies());
            if (stale.isPresent()) {
                throw new DriverException(DriverException.Problem.UNREACHABLE, stale.orElseThrow());
            }
            progress.answered(place, facts.size());
            return new Seen(Identity.of(routes, reading.replies()), facts, reading.unlisted());
        } catch (DriverException e) {
            String reason = String.valueOf(e.getMessage());
            progress.failed(place, reason);
            return new Seen(new HostFact.Unreached(cause(e), reason), unreadable(targets, reason), new TreeSet<>());
        }
    }

    private Routes routes(String place, Reader session) {
        return new Routes(place, driver.ways(place), session.closed(), session.barred());
    }

    private SortedMap<Address, Fact<?>> unreadable(List<Target<?>> targets, String reason) {
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        for (Target<?> target : targets) {
            if (kinds.kind(target.address().kind())
                    .filter(kind -> !kind.bindings().isEmpty())
                    .isPresent()) {
                facts.put(
                        target.address(),
                        new Fact<>(target.address(), new Observed.Unreadable<>(reason), clock.instant()));
            }
        }
        return facts;
    }

    private static HostFact.Cause cause(DriverException e) {
        return switch (e.problem()) {
            case UNREACHABLE, IN_DOUBT -> HostFact.Cause.UNREACHABLE;
            case UNTRUSTED -> HostFact.Cause.UNTRUSTED;
            case UNAUTHENTICATED -> HostFact.Cause.UNAUTHENTICATED;
            case PROTOCOL -> HostFact.Cause.PROTOCOL;
        };
    }

    /** A worker throws only what is a bug. */
    private static Seen result(Future<Seen> look) throws InterruptedException {
        try {
            return look.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader failed in a way that nobody thought of", e.getCause());
        }
    }
}
