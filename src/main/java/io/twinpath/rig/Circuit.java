package io.twinpath.rig;

import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Host;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * One host with its wires followed: from ports over teams and interfaces to sessions, paths and datastores, each with a number.
 * Works out how the host stands in an outage, and names all parts that this can depend on.
 *
 * @param plugs by name, also those that a team names and the host does not have
 * @param units all devices that a path leads to, by name
 * @param volumes by datastore: all that the host has mounted, and those of machines that run on it
 */
record Circuit(
        Host host,
        HostNamed part,
        SortedMap<String, Plug> plugs,
        SortedMap<String, Uplinks> teams,
        List<Management> management,
        List<Session> sessions,
        List<Line> lines,
        List<Volume.Unit> units,
        List<String> datastores,
        Map<String, Integer> numbers,
        List<Volume> volumes) {

    /** What has been worked out so far of a host that runs. */
    record Probe(List<List<Plug>> inUse, BitSet reached, BitSet leading, BitSet lit) {}

    /** How the host would stand with nothing broken at all, what was broken from the start included. */
    Standing ideal() {
        BitSet lit = new BitSet();
        lit.set(0, lines.size());
        BitSet dark = new BitSet();
        teams.values()
                .forEach(team -> dark.set(
                        team.number(), team.active().isEmpty() && team.standby().isEmpty()));
        return new Standing(new Core(true, false, new BitSet(), new BitSet()), lit, dark);
    }

    Standing standing(Outage outage) {
        if (host.condition() == Host.Condition.DOWN || outage.down(part, host.name())) {
            return Standing.DOWN;
        }
        Probe probe = probe(outage);
        BitSet apd = new BitSet();
        BitSet pdl = new BitSet();
        for (int i = 0; i < volumes.size(); i++) {
            switch (volumes.get(i).state(outage, probe)) {
                case FINE -> {}
                case APD -> apd.set(i);
                case PDL -> pdl.set(i);
            }
        }
        return new Standing(new Core(true, cutOff(outage, probe), apd, pdl), probe.lit(), dark(probe));
    }

    Probe probe(Outage outage) {
        List<List<Plug>> inUse = new ArrayList<>(teams.size());
        teams.values().forEach(team -> inUse.add(team.inUse(outage)));
        BitSet reached = new BitSet();
        for (int i = 0; i < sessions.size(); i++) {
            reached.set(i, sessions.get(i).reaches(outage, inUse));
        }
        BitSet leading = new BitSet();
        BitSet lit = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            boolean leads = lines.get(i).leads(outage, reached);
            leading.set(i, leads);
            lit.set(i, leads && !lines.get(i).gone(outage));
        }
        return new Probe(inUse, reached, leading, lit);
    }

    private static BitSet dark(Probe probe) {
        BitSet dark = new BitSet();
        for (int i = 0; i < probe.inUse().size(); i++) {
            dark.set(i, probe.inUse().get(i).isEmpty());
        }
        return dark;
    }

    /** A host without a management interface that anybody knows of counts as within reach. */
    private boolean cutOff(Outage outage, Probe probe) {
        for (Management way : management) {
            if (way.open(outage, probe)) {
                return false;
            }
        }
        return !management.isEmpty();
    }

    Optional<Integer> number(String datastore) {
        return Optional.ofNullable(numbers.get(datastore));
    }

    /** Whether a machine that is elsewhere would find this datastore here. */
    boolean offers(String datastore, Core core) {
        return host.datastores().contains(datastore) && !core.lost(numbers.getOrDefault(datastore, 0));
    }

    /** All parts whose failure, alone or with others, can change how this host stands. */
    Set<Component> parts(Domains domains, Routes routes) {
        Set<Component> parts = new HashSet<>();
        parts.add(part);
        domains.of(host.name()).forEach(parts::add);
        plugs.values().forEach(plug -> plug.parts(domains, parts::add));
        sessions.forEach(session -> session.parts(domains, routes, parts::add));
        lines.forEach(line -> line.parts(domains, parts::add));
        volumes.forEach(volume -> Volume.parts(volume, domains, parts::add));
        return parts;
    }
}
