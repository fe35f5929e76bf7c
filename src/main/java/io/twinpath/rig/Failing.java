package io.twinpath.rig;

import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Machine;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says what the failure of parts does to a rig. The one function that analysis, readiness and the proof of plans ask.
 *
 * <p>Wires are followed once, when it is made; a question costs what the failed parts touch. Pure and deterministic; many threads
 * may ask at once.
 */
public final class Failing {

    private final Site site;
    private final SortedMap<String, SortedMap<String, SortedMap<String, Fate>>> before = new TreeMap<>();
    private final SortedSet<Component> components;

    public Failing(Rig rig) {
        this.site = new Site(rig);
        site.pools().forEach((name, pool) -> before.put(name, Turn.of(site, pool, site.standings(Map.of()), false)));
        this.components = Collections.unmodifiableSortedSet(
                new TreeSet<>(Inventory.of(rig, site.touches().keySet())));
    }

    /** Everything of the rig that can fail by itself. */
    public SortedSet<Component> components() {
        return components;
    }

    /**
     * What changes when all of these fail at once. A part that the rig does not know changes nothing.
     *
     * @return only what differs from the rig as it is; {@link #baseline} is what is broken already
     */
    public Effects effects(Set<Component> failed) {
        Aftermath aftermath = Aftermath.of(site, failed);
        HostTelling hosts = new HostTelling();
        aftermath
                .changed()
                .forEach((name, standing) ->
                        hosts.tell(site.circuit(name), aftermath.outage(), standingBefore(name), standing));
        SortedMap<String, MachineEffect> machines = new TreeMap<>();
        for (String pool : aftermath.pools()) {
            machines(aftermath, pool, before.getOrDefault(pool, new TreeMap<>()), this::standingBefore)
                    .forEach((machine, effect) -> machines.put(machine, effect));
        }
        return effects(failed, aftermath, hosts, machines);
    }

    /** What is broken while nothing more fails, told as if it had just happened. */
    public Effects baseline() {
        Outage nothing = site.outage(Set.of());
        SortedMap<String, Standing> standings = site.before();
        Aftermath aftermath = new Aftermath(
                nothing,
                new TreeSet<>(standings.keySet()),
                standings,
                site.standings(Map.of()),
                new TreeSet<>(site.pools().keySet()));
        HostTelling hosts = new HostTelling();
        standings.forEach((name, standing) ->
                hosts.tell(site.circuit(name), nothing, site.circuit(name).ideal(), standing));
        SortedMap<String, MachineEffect> machines = new TreeMap<>();
        for (String pool : aftermath.pools()) {
            machines(
                            aftermath,
                            pool,
                            new TreeMap<>(),
                            name -> site.circuit(name).ideal())
                    .forEach((machine, effect) -> machines.put(machine, effect));
        }
        return effects(Set.of(), aftermath, hosts, machines);
    }

    private Effects effects(
            Set<Component> failed, Aftermath aftermath, HostTelling hosts, SortedMap<String, MachineEffect> machines) {
        return new Effects(
                new TreeSet<>(failed),
                hosts.devices(),
                hosts.datastores(),
                hosts.hosts(),
                machines,
                Reliance.of(site, aftermath, machines.values()));
    }

    private Standing standingBefore(String host) {
        return site.before().getOrDefault(host, Standing.DOWN);
    }

    private SortedMap<String, MachineEffect> machines(
            Aftermath aftermath,
            String name,
            SortedMap<String, SortedMap<String, Fate>> earlier,
            java.util.function.Function<String, Standing> from) {
        Pool pool = site.pool(name);
        SortedMap<String, SortedMap<String, Fate>> fates = Turn.of(site, pool, aftermath.standings(), true);
        MachineTelling telling = new MachineTelling(site, aftermath);
        SortedMap<String, MachineEffect> machines = new TreeMap<>();
        for (Machine machine : pool.machines()) {
            for (String host : site.hosts(machine)) {
                Optional<Fate> fate = Turn.of(fates, machine.name(), host);
                boolean same = Turn.same(fate, Turn.of(earlier, machine.name(), host));
                Optional<MachineEffect> effect = fate.isPresent()
                        ? fate.filter(f -> !same).map(f -> telling.tell(pool, machine, f))
                        : Optional.ofNullable(aftermath.changed().get(host))
                                .flatMap(to -> telling.degraded(machine, host, from.apply(host), to));
                effect.ifPresent(e -> machines.merge(machine.name(), e, Failing::worse));
            }
        }
        return machines;
    }

    /** Of two, the one with the worse verdict; of equals the first. */
    private static MachineEffect worse(MachineEffect one, MachineEffect other) {
        return Comparator.<Verdict>naturalOrder().compare(other.verdict(), one.verdict()) > 0 ? other : one;
    }

    Site site() {
        return site;
    }

    SortedMap<String, SortedMap<String, SortedMap<String, Fate>>> before() {
        return before;
    }
}
