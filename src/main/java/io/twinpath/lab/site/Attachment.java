package io.twinpath.lab.site;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is behind a port group of a host, its own or one of a distributed switch that it is in.
 *
 * @param uplinks all ports of its switch on this host
 * @param active ports in use, in order
 * @param standby ports that take over, in order
 * @param vlan 0 for none, 1 to 4094 for a tag, 4095 for all
 */
public record Attachment(List<String> uplinks, List<String> active, List<String> standby, int vlan) {

    public Attachment {
        uplinks = List.copyOf(uplinks);
        active = List.copyOf(active);
        standby = List.copyOf(standby);
    }

    /** Empty when the host has no port group of that name. A host's own come first. */
    public static Optional<Attachment> of(Site site, String hostName, String portGroup) {
        Host host = site.host(hostName);
        return host.switchOf(portGroup)
                .flatMap(v -> Optional.ofNullable(v.portGroups.get(portGroup)).map(p -> {
                    FailoverOrder order = Failover.of(v, p);
                    return new Attachment(v.uplinks, order.active(), order.standby(), p.vlan);
                }))
                .or(() -> carrier(site, hostName, portGroup).map(d -> distributed(d, hostName, portGroup)));
    }

    /** The distributed switch that a host is in and that has a port group of that name. */
    public static Optional<DistributedSwitch> carrier(Site site, String hostName, String portGroup) {
        return site.distributedSwitches.values().stream()
                .filter(d -> d.hosts.containsKey(hostName) && d.portGroups.containsKey(portGroup))
                .findFirst();
    }

    /** A failover order that was never set has every uplink of the switch active. */
    private static Attachment distributed(DistributedSwitch found, String hostName, String name) {
        NavigableMap<String, String> ports = found.hosts.getOrDefault(hostName, new TreeMap<>());
        DistributedPortGroup group = found.portGroups.getOrDefault(name, new DistributedPortGroup());
        List<String> active = group.teaming.active == null ? found.uplinks : group.teaming.active;
        List<String> standby = group.teaming.standby == null ? List.of() : group.teaming.standby;
        return new Attachment(List.copyOf(ports.values()), vmnics(active, ports), vmnics(standby, ports), group.vlan);
    }

    private static List<String> vmnics(List<String> uplinks, NavigableMap<String, String> ports) {
        return uplinks.stream()
                .flatMap(u -> Optional.ofNullable(ports.get(u)).stream())
                .toList();
    }

    /** Whether iSCSI may be bound to an interface behind it: one active port, none to fail over to. */
    public boolean compliant() {
        return active.size() == 1 && standby.isEmpty();
    }
}
