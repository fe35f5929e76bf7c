package io.twinpath.rig;

import static io.twinpath.rig.Parts.named;

import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Switch;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Half of the {@link Oracle}: what is wired to what while some parts have failed. It looks at the parts as they are, and remembers an
 * answer only until it is asked about another failure.
 */
final class OracleWires {

    private final Rig rig;
    private final Set<Component> failed;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Sight> sights = new HashMap<>();

    OracleWires(Rig rig, Set<Component> failed) {
        this.rig = rig;
        this.failed = failed;
    }

    private boolean dead(Component part) {
        return failed.contains(part);
    }

    /** Any rack, or all power feeds that there are. */
    private boolean withoutShelter(String member) {
        int feeds = 0;
        int feedsDead = 0;
        for (Domain domain : rig.domains().values()) {
            if (domain.members().contains(member)) {
                boolean gone = dead(new Component.DomainNamed(domain.name()));
                if (domain.kind() == Domain.Kind.RACK && gone) {
                    return true;
                }
                feeds += domain.kind() == Domain.Kind.POWER ? 1 : 0;
                feedsDead += domain.kind() == Domain.Kind.POWER && gone ? 1 : 0;
            }
        }
        return feeds > 0 && feeds == feedsDead;
    }

    boolean up(String host) {
        return !dead(new Component.HostNamed(host))
                && !withoutShelter(host)
                && rig.host(host).map(h -> h.condition() != Host.Condition.DOWN).orElse(true);
    }

    private boolean switchLives(String box) {
        return !dead(new Component.SwitchNamed(box)) && !withoutShelter(box);
    }

    private boolean socketLives(Socket socket) {
        return switchLives(socket.name()) && !dead(new Component.SwitchPort(socket.name(), socket.port()));
    }

    private boolean linked(Host host, String name) {
        return known("link " + host.name() + "/" + name, () -> hasLink(host, name));
    }

    private boolean known(String question, Supplier<Boolean> answer) {
        Boolean known = this.known.get(question);
        if (known == null) {
            known = answer.get();
            this.known.put(question, known);
        }
        return known;
    }

    private boolean hasLink(Host host, String name) {
        Port port = host.ports().get(name);
        if (port == null) {
            return !dead(new Component.NicPort(host.name(), name));
        }
        return port.usable()
                && !dead(new Component.NicPort(host.name(), name))
                && port.card()
                        .map(c -> !dead(new Component.CardOf(host.name(), c)))
                        .orElse(true)
                && port.socket().map(this::socketLives).orElse(true);
    }

    /** Active uplinks with link, else standby ones with link. */
    private List<String> inUse(Host host, Team team) {
        List<String> active =
                team.active().stream().filter(p -> linked(host, p)).toList();
        return active.isEmpty()
                ? team.standby().stream().filter(p -> linked(host, p)).toList()
                : active;
    }

    /** The declared switch that a port is plugged into; empty when nobody knows what is behind it. */
    private Optional<String> behind(Optional<Socket> socket) {
        return socket.map(Socket::name).filter(name -> rig.switches().containsKey(name));
    }

    private Optional<String> behind(Host host, String port) {
        return Optional.ofNullable(host.ports().get(port)).flatMap(p -> behind(p.socket()));
    }

    /** Whether a network of machines had uplinks to use. */
    boolean carries(String host, String network) {
        Team team = named(rig.hosts(), host).teams().get(network);
        return team != null && !inUse(named(rig.hosts(), host), team).isEmpty();
    }

    private boolean serves(String box, Optional<Ipv4Prefix> net) {
        Switch found = named(rig.switches(), box);
        if (found.subnets().isEmpty() || net.isEmpty()) {
            return true;
        }
        for (String subnet : found.subnets().orElseThrow()) {
            Ipv4Prefix wide = Ipv4Prefix.parse(subnet);
            if (wide.length() <= net.orElseThrow().length()
                    && wide.contains(net.orElseThrow().ip())) {
                return true;
            }
        }
        return false;
    }

    private boolean connected(String one, String other) {
        return named(rig.switches(), one).links().contains(other)
                || named(rig.switches(), other).links().contains(one);
    }

    /** Spreads from switch to switch until nothing new is found. */
    private Set<String> joined(String start, Optional<Ipv4Prefix> net) {
        Set<String> found = new TreeSet<>();
        if (switchLives(start) && serves(start, net)) {
            found.add(start);
        }
        for (int before = -1; before != found.size(); ) {
            before = found.size();
            for (String next : rig.switches().keySet()) {
                if (switchLives(next) && serves(next, net) && found.stream().anyMatch(f -> connected(f, next))) {
                    found.add(next);
                }
            }
        }
        return found;
    }

    private boolean entersAny(Host host, Team team, Optional<Ipv4Prefix> net) {
        return inUse(host, team).stream()
                .anyMatch(p -> behind(host, p).map(s -> serves(s, net)).orElse(true));
    }

    private List<Array> owners(String ip) {
        return rig.arrays().values().stream()
                .filter(a -> a.portals().containsKey(ip))
                .toList();
    }

    private boolean arrayLives(String array) {
        return !dead(new Component.ArrayNamed(array)) && !withoutShelter(array);
    }

    private boolean portalLives(String ip) {
        if (dead(new Component.PortalAt(ip))) {
            return false;
        }
        for (Array array : owners(ip)) {
            Portal portal = named(array.portals(), ip);
            boolean controlled = portal.controller()
                    .map(c -> !dead(new Component.ControllerOf(array.name(), c)))
                    .orElse(true);
            if (!arrayLives(array.name())
                    || !controlled
                    || !portal.socket().map(this::socketLives).orElse(true)) {
                return false;
            }
        }
        return true;
    }

    private boolean getsTo(Host host, Vmk vmk, String ip) {
        return known("way " + host.name() + "/" + vmk.name() + "/" + ip, () -> finds(host, vmk, ip));
    }

    private boolean finds(Host host, Vmk vmk, String ip) {
        Team team = host.teams().get(vmk.portGroup());
        if (team == null) {
            return portalLives(ip);
        }
        if (!portalLives(ip) || !entersAny(host, team, vmk.ip())) {
            return false;
        }
        Optional<String> end = owners(ip).stream()
                .flatMap(a -> behind(named(a.portals(), ip).socket()).stream())
                .findFirst();
        return end.isEmpty()
                || inUse(host, team).stream()
                        .anyMatch(p -> behind(host, p)
                                .map(s -> joined(s, vmk.ip()).contains(end.orElseThrow()))
                                .orElse(true));
    }

    private boolean inSubnet(Vmk vmk, String ip) {
        return vmk.ip().map(net -> net.contains(Ipv4.parse(ip))).orElse(false);
    }

    /** Whether it works but for the loss of its device. */
    private boolean answers(Host host, Path path) {
        if (!path.works()) {
            return false;
        }
        boolean unserved = rig.arrays().values().stream()
                .filter(a -> a.devices().contains(path.device()))
                .anyMatch(a -> !arrayLives(a.name()));
        return switch (path.carrier()) {
            case Path.Carrier.Local local -> !dead(new Component.LocalDisk(host.name(), path.device()));
            case Path.Carrier.Other other -> !unserved;
            case Path.Carrier.Iscsi iscsi -> {
                Vmk vmk = host.vmks().get(iscsi.vmk());
                if (vmk == null) {
                    yield portalLives(iscsi.portal());
                }
                Team team = host.teams().get(vmk.portGroup());
                boolean fit = !vmk.bound() || team == null || team.bindable();
                yield fit && (vmk.ip().isEmpty() || inSubnet(vmk, iscsi.portal())) && getsTo(host, vmk, iscsi.portal());
            }
        };
    }

    boolean works(String host, Path path) {
        return answers(named(rig.hosts(), host), path) && !dead(new Component.DeviceNamed(path.device()));
    }

    /** Whether the array says that it is gone. */
    private boolean goneForGood(Host host, String device) {
        return dead(new Component.DeviceNamed(device))
                && host.paths().stream().anyMatch(p -> p.device().equals(device) && answers(host, p));
    }

    /** How a host sees a datastore. */
    enum Sight {
        FINE,
        APD,
        PDL
    }

    Sight sight(String name, String datastore) {
        Sight seen = sights.get(name + "/" + datastore);
        if (seen == null) {
            seen = look(name, datastore);
            sights.put(name + "/" + datastore, seen);
        }
        return seen;
    }

    private Sight look(String name, String datastore) {
        Host host = named(rig.hosts(), name);
        Datastore found = rig.datastores().get(datastore);
        if (found == null) {
            return Sight.FINE;
        }
        return switch (found.backing()) {
            case Datastore.Backing.Unknown unknown -> Sight.FINE;
            case Datastore.Backing.Nfs nfs ->
                nfs.servers().stream().flatMap(s -> addresses(s).stream()).anyMatch(s -> mounts(host, s))
                        ? Sight.FINE
                        : Sight.APD;
            case Datastore.Backing.Devices devices -> {
                Sight worst = Sight.FINE;
                for (String device : devices.devices()) {
                    boolean untold = host.condition() == Host.Condition.UNREAD
                            && host.paths().stream().noneMatch(p -> p.device().equals(device));
                    if (!untold
                            && host.paths().stream().noneMatch(p -> p.device().equals(device) && works(name, p))) {
                        worst = goneForGood(host, device) || worst == Sight.PDL ? Sight.PDL : Sight.APD;
                    }
                }
                yield worst;
            }
        };
    }

    /** The names of paths that work to a device, and whether it is gone for good. */
    Device device(String host, String device) {
        Host found = named(rig.hosts(), host);
        List<String> names = found.paths().stream()
                .filter(p -> p.device().equals(device) && works(host, p))
                .map(Path::name)
                .toList();
        return new Device(names, goneForGood(found, device));
    }

    record Device(List<String> lit, boolean gone) {}

    /** A volume may call its server by the name of an array. */
    private Set<String> addresses(String server) {
        Array array = rig.arrays().get(server);
        return array == null ? Set.of(server) : array.portals().keySet();
    }

    /** Over an interface in the subnet of the server; else over the way out. */
    private boolean mounts(Host host, String ip) {
        List<Vmk> near =
                host.vmks().values().stream().filter(v -> inSubnet(v, ip)).toList();
        List<Vmk> out = host.vmks().values().stream().filter(Vmk::manages).toList();
        if (near.isEmpty()) {
            return portalLives(ip) && (out.isEmpty() || out.stream().anyMatch(v -> open(host, v)));
        }
        return near.stream().anyMatch(v -> getsTo(host, v, ip));
    }

    /** No management interface with an uplink in use whose switch carries its network. */
    boolean cutOff(String name) {
        return known("cut " + name, () -> closed(name));
    }

    private boolean closed(String name) {
        Host host = named(rig.hosts(), name);
        List<Vmk> doors = host.vmks().values().stream().filter(Vmk::manages).toList();
        return !doors.isEmpty() && doors.stream().noneMatch(v -> open(host, v));
    }

    private boolean open(Host host, Vmk vmk) {
        Team team = host.teams().get(vmk.portGroup());
        return team == null || entersAny(host, team, vmk.ip());
    }
}
