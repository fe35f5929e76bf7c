package io.twinpath.rig;

import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Switch;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The physical switches and the links between them. For each network it knows which switches carry it; a link carries what both
 * of its ends carry, and it counts when only one end declares it.
 */
final class Fabric {

    private final SortedMap<String, SwitchNamed> switches = new TreeMap<>();
    private final Map<String, Set<String>> links = new HashMap<>();
    private final Map<Optional<Ipv4Prefix>, Set<String>> carriers = new HashMap<>();
    private final Map<Optional<Ipv4Prefix>, Map<String, Integer>> whole = new HashMap<>();

    Fabric(Map<String, Switch> declared, Collection<Host> hosts) {
        declared.keySet().forEach(name -> switches.put(name, new SwitchNamed(name)));
        declared.forEach((name, part) -> part.links().forEach(other -> link(name, other)));
        carriers.put(Optional.empty(), declared.keySet());
        for (Host host : hosts) {
            for (Vmk vmk : host.vmks().values()) {
                carriers.computeIfAbsent(network(vmk), subnet -> carriers(declared, subnet));
            }
        }
        carriers.keySet().forEach(subnet -> whole.put(subnet, zones(subnet, alive -> true)));
    }

    private void link(String one, String other) {
        if (switches.containsKey(one) && switches.containsKey(other)) {
            links.computeIfAbsent(one, s -> new TreeSet<>()).add(other);
            links.computeIfAbsent(other, s -> new TreeSet<>()).add(one);
        }
    }

    private static Set<String> carriers(Map<String, Switch> declared, Optional<Ipv4Prefix> subnet) {
        Set<String> names = new TreeSet<>();
        declared.forEach((name, part) -> {
            if (part.carries(subnet.orElseThrow())) {
                names.add(name);
            }
        });
        return names;
    }

    /** The network of an interface, so that all interfaces in it ask for the same one. */
    static Optional<Ipv4Prefix> network(Vmk vmk) {
        return vmk.ip().map(ip -> new Ipv4Prefix(ip.address() & ip.netmask().bits(), ip.length()));
    }

    boolean knows(String name) {
        return switches.containsKey(name);
    }

    boolean carries(String name, Optional<Ipv4Prefix> subnet) {
        return carriers.getOrDefault(subnet, Set.of()).contains(name);
    }

    /** The zones of a network while all switches live. */
    Map<String, Integer> whole(Optional<Ipv4Prefix> subnet) {
        return whole.getOrDefault(subnet, Map.of());
    }

    /** Numbers the live switches that carry a network, so that those with the same number are joined. */
    Map<String, Integer> zones(Optional<Ipv4Prefix> subnet, Predicate<SwitchNamed> alive) {
        Set<String> left = new TreeSet<>(carriers.getOrDefault(subnet, Set.of()));
        left.removeIf(name -> !alive.test(switches.get(name)));
        Map<String, Integer> zones = new HashMap<>();
        int zone = 0;
        for (String start : new TreeSet<>(left)) {
            if (left.contains(start)) {
                for (String joined : spread(start, left)) {
                    zones.put(joined, zone);
                    left.remove(joined);
                }
                zone++;
            }
        }
        return zones;
    }

    /** All switches that carry a network and hang together with this one. */
    Set<String> neighbourhood(String start, Optional<Ipv4Prefix> subnet) {
        return spread(start, carriers.getOrDefault(subnet, Set.of()));
    }

    /** The switches at the other end of a link. */
    Set<String> linked(String name) {
        return links.getOrDefault(name, Set.of());
    }

    private Set<String> spread(String start, Set<String> among) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String next : linked(open.remove())) {
                if (among.contains(next) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}
