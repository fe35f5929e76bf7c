package io.twinpath.lab.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a VMkernel interface reaches over the network. */
public final class Reach {

    private static final String MANAGEMENT = "Management";

    private final Site site;
    private final Links links;
    private final Routing routing;

    public Reach(Site site) {
        this.site = site;
        this.links = new Links(site);
        this.routing = new Routing(site);
    }

    /** The switches that an interface's frames may enter by: those of its active uplinks, else of its standby ones. */
    public List<String> entries(String hostName, String portGroup) {
        Optional<Attachment> behind = Attachment.of(site, hostName, portGroup);
        List<String> uplinks = behind.map(Attachment::uplinks).orElse(List.of());
        List<String> active =
                linked(hostName, uplinks, behind.map(Attachment::active).orElse(List.of()));
        return active.isEmpty()
                ? linked(hostName, uplinks, behind.map(Attachment::standby).orElse(List.of()))
                : active;
    }

    /** Whether an interface reaches a portal in its own subnet, over any switch that it has link to. */
    public boolean portal(String hostName, String vmkName, String ip) {
        Optional<StorageArray.At> at = site.portal(ip).filter(this::alive);
        Optional<String> network =
                network(hostName, vmkName).filter(n -> network(n).holds(ip));
        if (at.isEmpty() || network.isEmpty()) {
            return false;
        }
        String there = at.orElseThrow().portal().attached();
        return entries(hostName, portGroup(hostName, vmkName)).stream()
                .anyMatch(here -> links.joined(here, there, network.orElseThrow()));
    }

    /** Whether a person gets to the SSH server: the host runs and a management interface gets through, there and back. */
    public boolean manageable(String hostName) {
        Host host = site.host(hostName);
        return links.alive(hostName, host)
                && host.vmkernel.entrySet().stream()
                        .filter(v -> v.getValue().tags.contains(MANAGEMENT))
                        .anyMatch(v -> connected(hostName, v.getKey()) && routing.answers(host, v.getValue()));
    }

    /** Whether an interface gets through to its network at all. */
    public boolean connected(String hostName, String vmkName) {
        Optional<String> network = network(hostName, vmkName);
        return network.isPresent()
                && entries(hostName, portGroup(hostName, vmkName)).stream()
                        .anyMatch(s -> links.carries(s, network.orElseThrow()));
    }

    /** Whether an interface of a host reaches one of another host that bears a tag. */
    boolean peers(String hostName, String vmkName, String other, String tag) {
        Optional<String> network = network(hostName, vmkName);
        List<String> here = entries(hostName, portGroup(hostName, vmkName));
        return network.isPresent()
                && site.host(other).vmkernel.entrySet().stream()
                        .filter(v -> v.getValue().tags.contains(tag))
                        .filter(v -> network(other, v.getKey()).equals(network))
                        .flatMap(v -> entries(other, v.getValue().portGroup).stream())
                        .anyMatch(there -> here.stream().anyMatch(h -> links.joined(h, there, network.orElseThrow())));
    }

    /** The network that an interface is in, by its address and the tag of its port group; empty when none fits. */
    public Optional<String> network(String hostName, String vmkName) {
        Host host = site.host(hostName);
        Vmk vmk = host.vmkernel.get(vmkName);
        if (vmk == null || !vmk.enabled || vmk.ip.isEmpty()) {
            return Optional.empty();
        }
        Optional<Attachment> behind = Attachment.of(site, hostName, vmk.portGroup);
        return site.networks.entrySet().stream()
                .filter(n -> n.getValue().holds(vmk.address()))
                .filter(n -> behind.filter(b -> b.vlan() == n.getValue().vlan()).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<String> linked(String hostName, List<String> uplinks, List<String> order) {
        return order.stream()
                .filter(uplinks::contains)
                .flatMap(u -> links.switchOf(hostName, u).stream())
                .toList();
    }

    private boolean alive(StorageArray.At at) {
        return !site.failed(new Component.ArrayNamed(at.name()))
                && !site.failed(new Component.PortalAt(at.portal().ip()));
    }

    private String portGroup(String hostName, String vmkName) {
        return Optional.ofNullable(site.host(hostName).vmkernel.get(vmkName))
                .map(v -> v.portGroup)
                .orElse("");
    }

    private Network network(String name) {
        return Optional.ofNullable(site.networks.get(name)).orElseThrow();
    }
}
