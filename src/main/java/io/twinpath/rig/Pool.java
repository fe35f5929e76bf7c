package io.twinpath.rig;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Cluster.Rule;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A cluster with its machines, or a host that belongs to none with those on it: machines of one pool never meet those of
 * another.
 *
 * @param hosts that machines may be restarted on
 * @param machines all that run
 * @param fixed machines that run, by their host
 * @param floating machines that run on a host that nobody told
 * @param byRoom the hosts in the order in which HA likes them while nothing is restarted
 * @param heartbeats datastores over which hosts can show that they are alive
 * @param ruled the rules that HA keeps, by machine
 */
record Pool(
        String name,
        Cluster.Protection ha,
        SortedSet<String> hosts,
        List<Machine> machines,
        Map<String, List<Machine>> fixed,
        List<Machine> floating,
        List<String> byRoom,
        Set<String> heartbeats,
        Map<String, List<Rule>> ruled) {

    static Pool of(Cluster cluster, Collection<Machine> machines, SortedMap<String, Host> hosts, Room room) {
        List<String> byRoom = new ArrayList<>(
                cluster.hosts().stream().filter(host -> hosts.containsKey(host)).toList());
        byRoom.sort(Comparator.comparingLong(room::memoryFirst).reversed().thenComparing(Comparator.naturalOrder()));
        Map<String, List<Machine>> fixed = new HashMap<>();
        List<Machine> floating = new ArrayList<>();
        Map<String, List<Rule>> ruled = new HashMap<>();
        for (Machine machine : machines) {
            if (machine.host().isPresent()) {
                fixed.computeIfAbsent(machine.host().orElseThrow(), h -> new ArrayList<>())
                        .add(machine);
            } else {
                floating.add(machine);
            }
        }
        for (Rule rule : cluster.rules()) {
            if (rule.mandatory() || rule.kind() == Rule.Kind.APART) {
                rule.machines()
                        .forEach(m ->
                                ruled.computeIfAbsent(m, k -> new ArrayList<>()).add(rule));
            }
        }
        return new Pool(
                cluster.name(),
                cluster.protection(),
                new TreeSet<>(byRoom),
                List.copyOf(machines),
                fixed,
                floating,
                byRoom,
                heartbeats(cluster, hosts),
                ruled);
    }

    /** Datastores that two or more hosts of the cluster have; of those the chosen ones, when no others count. */
    private static Set<String> heartbeats(Cluster cluster, SortedMap<String, Host> hosts) {
        Set<String> once = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (String name : cluster.hosts()) {
            if (hosts.containsKey(name)) {
                for (String datastore : hosts.get(name).datastores()) {
                    if (!once.add(datastore)) {
                        shared.add(datastore);
                    }
                }
            }
        }
        if (cluster.protection().onlyThese()) {
            shared.retainAll(cluster.protection().heartbeats());
        }
        return shared;
    }

    RestartPriority priority(Machine machine) {
        return machine.own().or(ha.defaults()).priority().orElse(RestartPriority.MEDIUM);
    }

    /** Whether HA does anything for a machine: a restart priority of "disabled" takes all of HA away from it. */
    boolean minds(Machine machine) {
        return ha.enabled() && priority(machine) != RestartPriority.DISABLED;
    }

    boolean watchesHosts() {
        return ha.enabled() && ha.hostMonitoring();
    }

    IsolationResponse isolation(Machine machine) {
        return machine.own().or(ha.defaults()).isolation().orElse(IsolationResponse.NONE);
    }

    ApdResponse apd(Machine machine) {
        return machine.own().or(ha.defaults()).apd().orElse(ApdResponse.DISABLED);
    }

    PdlResponse pdl(Machine machine) {
        return machine.own().or(ha.defaults()).pdl().orElse(PdlResponse.DISABLED);
    }

    /** Seconds after the host's time-out; 180 as installed. */
    int apdDelay(Machine machine) {
        return machine.own().or(ha.defaults()).apdDelay().orElse(180);
    }
}
