package io.twinpath.observe;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
     * @param hosts those to reach, also when no target is on them; targets elsewhere are passed over
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
        SortedSet<String> names = new TreeSet<>(hosts);
        SortedMap<String, HostFact> found = new TreeMap<>();
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        SortedSet<Snapshot.Unlisted> unlisted = new TreeSet<>();
        if (names.isEmpty()) {
            return new Snapshot(found, facts);
        }
        Map<String, List<Target<?>>> byHost = new TreeMap<>();
        targets.forEach(t -> t.address()
                .host()
                .ifPresent(
                        h -> byHost.computeIfAbsent(h, n -> new ArrayList<>()).add(t)));
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(concurrency, names.size()),
                Thread.ofPlatform().daemon().name("observe-", 1).factory());
        try {
            Map<String, Future<Seen>> looks = new TreeMap<>();
            for (String host : names) {
                List<Target<?>> own = byHost.getOrDefault(host, List.of());
                looks.put(host, pool.submit(() -> look(host, own, census, progress)));
            }
            for (Map.Entry<String, Future<Seen>> look : looks.entrySet()) {
                Seen seen = result(look.getValue());
                found.put(look.getKey(), seen.host);
                facts.putAll(seen.facts);
                unlisted.addAll(seen.unlisted);
            }
            return new Snapshot(found, facts, unlisted);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Reads targets of one host again, and who it is, over a session that is open; as many round trips as for a look. */
    public Snapshot read(String host, Reader session, Collection<? extends Target<?>> targets) throws DriverException {
        HostReading reading = reading();
        SortedMap<Address, Fact<?>> facts = reading.read(session, List.copyOf(targets), Identity.QUERIES);
        SortedMap<String, HostFact> identity = new TreeMap<>();
        identity.put(host, Identity.of(reading.replies()));
        return new Snapshot(identity, facts);
    }

    private record Seen(HostFact host, SortedMap<Address, Fact<?>> facts, SortedSet<Snapshot.Unlisted> unlisted) {}

    private Seen look(String host, List<Target<?>> targets, Census census, Progress progress) {
        progress.started(host);
        HostReading reading = reading();
        try (Reader reader = driver.reader(host)) {
            SortedMap<Address, Fact<?>> facts = reading.read(
                    reader, targets, Identity.QUERIES, reading.rolls(host, census), reading.glances(host, census));
            progress.answered(host, facts.size());
            return new Seen(Identity.of(reading.replies()), facts, reading.unlisted());
        } catch (DriverException e) {
            String reason = String.valueOf(e.getMessage());
            progress.failed(host, reason);
            return new Seen(new HostFact.Unreached(cause(e), reason), unreadable(targets, reason), new TreeSet<>());
        }
    }

    private SortedMap<Address, Fact<?>> unreadable(List<Target<?>> targets, String reason) {
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        for (Target<?> target : targets) {
            if (reading().reads(target)) {
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

    private HostReading reading() {
        return new HostReading(kinds, driver.transport(), clock);
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
