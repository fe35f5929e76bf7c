package io.twinpath.rig.build;

import io.twinpath.kind.Teaming;
import io.twinpath.kind.dvportgroup.DvPortGroup;
import io.twinpath.kind.dvs.Dvs;
import io.twinpath.kind.portgroup.PortGroup;
import io.twinpath.kind.vswitch.VSwitch;
import io.twinpath.model.PortRef;
import io.twinpath.rig.FailoverOrder;
import io.twinpath.rig.part.Team;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The port groups of one host with the uplinks that are in force for each. */
final class HostTeams {

    private final SortedMap<String, Team> teams = new TreeMap<>();
    private final Function<PortRef, String> names;

    /** @param names from a port to the name of the part */
    HostTeams(Function<PortRef, String> names) {
        this.names = names;
    }

    /** @param certain whether what a port group does not override it inherits for certain */
    void standard(SortedMap<String, PortGroup> groups, SortedMap<String, VSwitch> switches, boolean certain) {
        groups.forEach((name, group) -> Optional.ofNullable(switches.get(group.vswitch()))
                .ifPresent(carrier -> teams.put(name, team(name, group, carrier, certain))));
    }

    private Team team(String name, PortGroup group, VSwitch carrier, boolean certain) {
        Optional<FailoverOrder> order = FailoverOrder.of(group, carrier, certain);
        return new Team(
                name,
                group.vswitch(),
                named(order.map(FailoverOrder::active)),
                named(order.map(FailoverOrder::standby)),
                group.vlan(),
                carrier.mtu(),
                FailoverOrder.loadBalancing(Optional.of(group), Optional.of(carrier))
                        .equals(Optional.of(Teaming.LoadBalancing.IPHASH)),
                order.filter(FailoverOrder::sure).isPresent());
    }

    private List<String> named(Optional<List<PortRef>> ports) {
        return ports.orElseGet(List::of).stream().map(names).toList();
    }

    void distributed(String host, SortedMap<String, DvPortGroup> groups, SortedMap<String, Dvs> switches) {
        groups.forEach((name, group) -> {
            Optional<Dvs> carrier = Optional.ofNullable(switches.get(group.dvs()));
            carrier.flatMap(c -> Optional.ofNullable(c.hosts().get(host)))
                    .ifPresent(member -> teams.put(name, team(name, group, carrier.orElseThrow(), member)));
        });
    }

    private Team team(String name, DvPortGroup group, Dvs carrier, Dvs.Member member) {
        List<String> uplinks = carrier.uplinks().orElseGet(List::of);
        Map<String, String> ports = portByUplink(uplinks, member);
        Optional<List<String>> active = group.teaming().flatMap(DvPortGroup.DvTeaming::active);
        return new Team(
                name,
                group.dvs(),
                present(ports, active.orElse(uplinks)),
                present(
                        ports,
                        group.teaming().flatMap(DvPortGroup.DvTeaming::standby).orElseGet(List::of)),
                group.vlan(),
                carrier.mtu(),
                group.teaming()
                        .flatMap(DvPortGroup.DvTeaming::loadBalancing)
                        .equals(Optional.of(DvPortGroup.Balancing.IPHASH)),
                ports.size() == uplinks.size());
    }

    private static List<String> present(Map<String, String> ports, List<String> uplinks) {
        return uplinks.stream().filter(ports::containsKey).map(ports::get).toList();
    }

    /**
     * A server tells the key of the uplink that a port has and not its name; keys are given out in the order of the uplinks. So
     * are ports that have none yet.
     */
    private Map<String, String> portByUplink(List<String> uplinks, Dvs.Member member) {
        List<String> ports = new ArrayList<>(
                member.ports().orElseGet(TreeSet::new).stream().map(names).toList());
        ports.sort(Comparator.comparingLong((String port) -> key(member, port)).thenComparing(p -> p));
        Map<String, String> byUplink = new TreeMap<>();
        for (int n = 0; n < Math.min(ports.size(), uplinks.size()); n++) {
            byUplink.put(uplinks.get(n), ports.get(n));
        }
        return byUplink;
    }

    private static long key(Dvs.Member member, String port) {
        String key = member.keys().getOrDefault(port, "");
        return key.matches("[0-9]{1,18}") ? Long.parseLong(key) : Long.MAX_VALUE;
    }

    SortedMap<String, Team> teams() {
        return teams;
    }
}
