package io.twinpath.lab.site;

import java.util.Optional;

/** Which ports have link, and to which switch. */
public final class Links {

    private final Site site;

    public Links(Site site) {
        this.site = site;
    }

    /** A port has link when its card works, a driver drives it, it is up, and its cable ends in a live switch. */
    public boolean up(String hostName, Nic nic) {
        Host host = site.host(hostName);
        return !nic.name().isEmpty()
                && alive(hostName, host)
                && !site.failed(new Component.CardIn(hostName, nic.slot()))
                && !site.failed(new Component.NicPort(hostName, nic.name()))
                && (!host.nics.containsKey(nic.name()) || host.nicSettings(nic.name()).up)
                && cable(host, nic).filter(this::live).isPresent();
    }

    /** The switch that a vmnic has link to; empty without link, and for a name that no port bears. */
    public Optional<String> switchOf(String hostName, String vmnic) {
        Host host = site.host(hostName);
        return Hardware.nic(hostName, host, vmnic)
                .filter(n -> up(hostName, n))
                .flatMap(n -> cable(host, n))
                .map(Cable::attached);
    }

    /** Whether a host runs at all. */
    public boolean alive(String hostName, Host host) {
        return host.powered && !site.failed(new Component.HostNamed(hostName));
    }

    /** Whether frames of a network get from one switch to another, the same one included. */
    public boolean joined(String from, String to, String network) {
        if (!carries(from, network) || !carries(to, network)) {
            return false;
        }
        return new Flood(site, network, this::carries).reaches(from, to);
    }

    /** Whether a switch is alive and has a network. */
    public boolean carries(String name, String network) {
        PhysicalSwitch found = site.switches.get(name);
        return found != null && found.networks.contains(network) && !site.failed(new Component.Switch(name));
    }

    private boolean live(Cable cable) {
        return site.switches.containsKey(cable.attached()) && !site.failed(new Component.Switch(cable.attached()));
    }

    private static Optional<Cable> cable(Host host, Nic nic) {
        return Optional.ofNullable(host.cables.get(nic.socket()));
    }
}
