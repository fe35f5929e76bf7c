package io.twinpath.rig;

import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Machine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells one aftermath as effects: hosts whose standing differs, and machines that end otherwise or run on with less. HA's turn is
 * taken anew only in pools that are shaken; elsewhere all machines fare as before, but for those on changed hosts that may have lost paths or a
 * network. So it costs the changed hosts with their machines, and the pools that are shaken.
 */
final class Telling {

    private final Site site;
    private final Aftermath aftermath;
    private final Map<String, Standing> from;
    private final Map<String, SortedMap<String, SortedMap<String, Fate>>> earlier;
    private final Causes causes;
    private final SortedMap<String, MachineEffect> machines = new TreeMap<>();

    /**
     * @param from how hosts stood
     * @param earlier the fates of machines in each pool; none where all ran
     */
    Telling(
            Site site,
            Aftermath aftermath,
            Map<String, Standing> from,
            Map<String, SortedMap<String, SortedMap<String, Fate>>> earlier) {
        this.site = site;
        this.aftermath = aftermath;
        this.from = from;
        this.earlier = earlier;
        this.causes = new Causes(site, aftermath.outage());
    }

    Effects effects() {
        HostTelling hosts = new HostTelling();
        aftermath
                .changed()
                .forEach((name, standing) -> hosts.tell(site.circuit(name), causes.on(name), from(name), standing));
        MachineTelling telling = new MachineTelling(site, aftermath, causes);
        aftermath.pools().forEach(name -> pool(site.pool(name), telling));
        return new Effects(
                new TreeSet<>(aftermath.outage().failed()),
                hosts.devices(),
                hosts.datastores(),
                hosts.hosts(),
                machines,
                Reliance.of(site, aftermath, machines));
    }

    private Standing from(String host) {
        return from.getOrDefault(host, Standing.DOWN);
    }

    private void pool(Pool pool, MachineTelling telling) {
        SortedMap<String, SortedMap<String, Fate>> before = earlier.getOrDefault(pool.name(), new TreeMap<>());
        SortedMap<String, SortedMap<String, Fate>> after =
                aftermath.shaken().contains(pool.name()) ? Turn.of(site, pool, aftermath.standings(), true) : before;
        for (String name : concerned(pool, after)) {
            Machine machine = Objects.requireNonNull(site.rig().machines().get(name), name);
            for (String host : site.hosts(machine)) {
                Optional<Fate> fate = Turn.of(after, name, host);
                boolean same = Turn.same(fate, Turn.of(before, name, host));
                Optional<MachineEffect> effect = fate.isPresent()
                        ? fate.filter(f -> !same).map(f -> telling.tell(pool, machine, f))
                        : degraded(machine, host, telling);
                effect.ifPresent(e -> machines.merge(name, e, Telling::worse));
            }
        }
    }

    /** Those that something befalls, those on hosts that changed, and those that may be on any. */
    private SortedSet<String> concerned(Pool pool, Map<String, ?> fates) {
        SortedSet<String> names = new TreeSet<>(fates.keySet());
        for (String host : aftermath.changed().keySet()) {
            pool.fixed().getOrDefault(host, List.of()).forEach(machine -> names.add(machine.name()));
        }
        pool.floating().forEach(machine -> names.add(machine.name()));
        return names;
    }

    private Optional<MachineEffect> degraded(Machine machine, String host, MachineTelling telling) {
        return Optional.ofNullable(aftermath.changed().get(host))
                .flatMap(to -> telling.degraded(machine, host, from(host), to));
    }

    /** Of two, the one with the worse verdict; of equals the first. */
    private static MachineEffect worse(MachineEffect one, MachineEffect other) {
        return Comparator.<Verdict>naturalOrder().compare(other.verdict(), one.verdict()) > 0 ? other : one;
    }
}
