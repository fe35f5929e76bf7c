package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.FailoverOrder;
import io.twinpath.lab.site.Hardware;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.IscsiPaths;
import io.twinpath.lab.site.Links;
import io.twinpath.lab.site.Nic;
import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.site.Vmk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A host as its own esxcli sees it, with the questions that several commands ask. */
public final class HostView {

    private final Site site;
    private final String name;
    private final InstantSource clock;

    public HostView(Site site, String name, InstantSource clock) {
        this.site = site;
        this.name = name;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    Site site() {
        return site;
    }

    Host host() {
        return site.host(name);
    }

    Release release() {
        return host().release;
    }

    Instant now() {
        return clock.instant();
    }

    List<Nic> nics() {
        return Hardware.nics(name, host());
    }

    Optional<Nic> nic(String vmnic) {
        return Hardware.nic(name, host(), vmnic);
    }

    boolean linkUp(Nic nic) {
        return new Links(site).up(name, nic);
    }

    IscsiPaths paths() {
        return new IscsiPaths(site, name);
    }

    VirtualSwitch vswitch(String vswitch) {
        return Optional.ofNullable(host().vswitches.get(vswitch))
                .orElseThrow(() -> new Fault("Unable to find a virtual switch named " + vswitch));
    }

    /** The switch that has a port group. */
    VirtualSwitch switchOf(String portGroup) {
        return host().switchOf(portGroup).orElseThrow(() -> new Fault("Unable to find a portgroup named " + portGroup));
    }

    PortGroup portGroup(String portGroup) {
        return Optional.ofNullable(switchOf(portGroup).portGroups.get(portGroup))
                .orElseThrow();
    }

    Vmk vmk(String vmk) {
        return Optional.ofNullable(host().vmkernel.get(vmk))
                .orElseThrow(() -> new Fault("Unable to find vmkernel interface " + vmk));
    }

    String mac(String vmk) {
        String set = vmk(vmk).mac;
        return set.isEmpty() ? Hardware.mac("00:50:56", name + "/" + vmk) : set;
    }

    /** The uplinks of an order whose card is there. */
    List<String> present(List<String> uplinks) {
        return uplinks.stream().filter(u -> nic(u).isPresent()).toList();
    }

    Optional<Nic> firstActive(FailoverOrder order) {
        return order.active().stream().flatMap(u -> nic(u).stream()).findFirst();
    }

    /** The volume's mount point. */
    static String volume(String uuid) {
        return "/vmfs/volumes/" + uuid;
    }
}
