package io.twinpath.risk.rule;

import io.twinpath.model.Ipv4;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which parts of a host carry its storage, as several rules ask. */
final class Storage {

    private Storage() {}

    /**
     * Interfaces that iSCSI is bound to, that a path leads over, or that stand in the network of a portal or an NFS server.
     *
     * @param portals of the site: {@link #portals}
     */
    static List<Vmk> vmks(Rig rig, List<Ipv4> portals, Host host) {
        Set<String> carrying = new TreeSet<>();
        for (Path path : host.paths()) {
            if (path.carrier() instanceof Path.Carrier.Iscsi iscsi) {
                carrying.add(iscsi.vmk());
            }
        }
        List<Ipv4> servers = servers(rig, host);
        return host.vmks().values().stream()
                .filter(vmk -> vmk.bound()
                        || carrying.contains(vmk.name())
                        || (!vmk.manages() && (inNetworkOf(vmk, portals) || inNetworkOf(vmk, servers))))
                .toList();
    }

    /** Interfaces of a host that iSCSI is bound to. */
    static List<Vmk> bound(Host host) {
        return host.vmks().values().stream().filter(Vmk::bound).toList();
    }

    /** Whether one of these addresses is in the interface's own network. */
    static boolean inNetworkOf(Vmk vmk, List<Ipv4> addresses) {
        return vmk.ip()
                .filter(net -> addresses.stream().anyMatch(net::contains))
                .isPresent();
    }

    /** The addresses of all portals. */
    static List<Ipv4> portals(Rig rig) {
        return addresses(rig.arrays().values().stream()
                .flatMap(array -> array.portals().keySet().stream())
                .toList());
    }

    /** The addresses of the NFS servers that a host has datastores of. */
    private static List<Ipv4> servers(Rig rig, Host host) {
        List<Ipv4> servers = new ArrayList<>();
        for (String name : host.datastores()) {
            Datastore datastore = rig.datastores().get(name);
            if (datastore != null && datastore.backing() instanceof Datastore.Backing.Nfs nfs) {
                servers.addAll(addresses(nfs.servers()));
            }
        }
        return servers;
    }

    /** Those of them that are addresses; the others are names. */
    private static List<Ipv4> addresses(Collection<String> servers) {
        return servers.stream().flatMap(server -> ipv4(server).stream()).toList();
    }

    private static Optional<Ipv4> ipv4(String text) {
        try {
            return Optional.of(Ipv4.parse(text));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }

    static Optional<Team> team(Host host, Vmk vmk) {
        return Optional.ofNullable(host.teams().get(vmk.portGroup()));
    }

    /** Active uplinks, then standby ones. */
    static List<String> uplinks(Team team) {
        List<String> all = new ArrayList<>(team.active());
        all.addAll(team.standby());
        return all;
    }

    static Stream<Port> ports(Host host, Collection<String> names) {
        return names.stream().flatMap(name -> Optional.ofNullable(host.ports().get(name)).stream());
    }

    /** The one card that all these ports belong to; empty when there are several, or one is not known. */
    static Optional<String> oneCard(Host host, Collection<String> names) {
        return oneOf(names.stream()
                .map(name -> Optional.ofNullable(host.ports().get(name)).flatMap(Port::card))
                .toList());
    }

    /** The one switch that all these ports are plugged into; empty when there are several, or one is not known. */
    static Optional<String> oneSwitch(Host host, Collection<String> names) {
        return oneOf(names.stream()
                .map(name -> Optional.ofNullable(host.ports().get(name))
                        .flatMap(Port::socket)
                        .map(Socket::name))
                .toList());
    }

    static Optional<String> oneOf(Collection<Optional<String>> items) {
        SortedSet<String> known = new TreeSet<>();
        for (Optional<String> item : items) {
            if (item.isEmpty()) {
                return Optional.empty();
            }
            known.add(item.orElseThrow());
        }
        return known.size() == 1 ? Optional.of(known.first()) : Optional.empty();
    }

    /** The array that serves a portal. */
    static Optional<Array> arrayOf(Rig rig, String portal) {
        return rig.arrays().values().stream()
                .filter(array -> array.portals().containsKey(portal))
                .findFirst();
    }

    /** The fabric of a portal: the switch that it is plugged into, else the network of a host's interface that reaches it. */
    static Optional<String> fabric(Rig rig, Portal portal) {
        return portal.socket().map(socket -> "the switch " + socket.name()).or(() -> network(rig, portal.ip()));
    }

    private static Optional<String> network(Rig rig, String ip) {
        List<Ipv4> address = addresses(Set.of(ip));
        return rig.hosts().values().stream()
                .flatMap(host -> host.vmks().values().stream())
                .filter(vmk -> inNetworkOf(vmk, address))
                .findFirst()
                .map(vmk -> "the network " + networkOf(vmk).orElseThrow());
    }

    /** The network of an interface, such as {@code 10.20.0.0/24}. */
    static Optional<String> networkOf(Vmk vmk) {
        return vmk.ip().map(net -> new Ipv4(net.ip().bits() & net.netmask().bits()) + "/" + net.length());
    }
}
