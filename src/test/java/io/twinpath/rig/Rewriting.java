package io.twinpath.rig;

import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Component.SwitchPort;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Switch;
import io.twinpath.rig.part.Team;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The same rig in other words. */
final class Rewriting {

    private Rewriting() {}

    private static <V> SortedMap<String, V> each(Map<String, V> parts, UnaryOperator<V> change) {
        SortedMap<String, V> changed = new TreeMap<>();
        parts.forEach((name, part) -> changed.put(name, change.apply(part)));
        return changed;
    }

    private static <T> List<T> turned(List<T> list) {
        List<T> turned = new ArrayList<>(list);
        Collections.reverse(turned);
        return turned;
    }

    private static Host with(Host h, SortedMap<String, Port> ports, SortedMap<String, Team> teams, List<Path> paths) {
        return new Host(
                h.name(),
                h.condition(),
                h.maintenance(),
                h.cards(),
                ports,
                teams,
                h.vmks(),
                paths,
                h.datastores(),
                h.apd(),
                h.capacity());
    }

    /** All lists the other way round. */
    static Rig turned(Rig r) {
        return new Rig(
                each(r.hosts(), h -> with(h, h.ports(), each(h.teams(), Rewriting::turned), turned(h.paths()))),
                r.switches(),
                r.arrays(),
                r.datastores(),
                r.machines(),
                each(r.clusters(), c -> new Cluster(c.name(), c.hosts(), c.protection(), turned(c.rules()))),
                r.domains(),
                r.assumptions());
    }

    private static Team turned(Team t) {
        return team(t, turned(t.active()), turned(t.standby()));
    }

    private static Team team(Team t, List<String> active, List<String> standby) {
        return new Team(t.portGroup(), t.carrier(), active, standby, t.vlan(), t.mtu(), t.ipHash(), t.sure());
    }

    /** All uplinks that would take over never do. */
    static Rig withoutStandby(Rig r) {
        return new Rig(
                each(
                        r.hosts(),
                        h -> with(h, h.ports(), each(h.teams(), t -> team(t, t.active(), List.of())), h.paths())),
                r.switches(),
                r.arrays(),
                r.datastores(),
                r.machines(),
                r.clusters(),
                r.domains(),
                r.assumptions());
    }

    private static String renamed(String box) {
        return switch (box) {
            case "sw1" -> "z-last";
            case "sw2" -> "middle";
            case "sw3" -> "a-first";
            case "sw5" -> "inner";
            default -> box;
        };
    }

    private static SortedSet<String> renamed(Collection<String> names) {
        SortedSet<String> renamed = new TreeSet<>();
        names.forEach(name -> renamed.add(renamed(name)));
        return renamed;
    }

    private static Socket renamed(Socket socket) {
        return new Socket(renamed(socket.name()), socket.port());
    }

    static Component renamed(Component part) {
        return switch (part) {
            case SwitchNamed box -> new SwitchNamed(renamed(box.name()));
            case SwitchPort port -> new SwitchPort(renamed(port.name()), port.port());
            default -> part;
        };
    }

    /** Its switches have other names, in another order. */
    static Rig renamed(Rig r) {
        SortedMap<String, Switch> switches = new TreeMap<>();
        r.switches()
                .forEach((name, box) ->
                        switches.put(renamed(name), new Switch(renamed(name), box.subnets(), renamed(box.links()))));
        return new Rig(
                each(r.hosts(), h -> with(h, each(h.ports(), Rewriting::renamed), h.teams(), h.paths())),
                switches,
                each(r.arrays(), a -> new Array(a.name(), each(a.portals(), Rewriting::renamed), a.devices())),
                r.datastores(),
                r.machines(),
                r.clusters(),
                each(r.domains(), d -> new Domain(d.name(), d.kind(), renamed(d.members()))),
                r.assumptions());
    }

    private static Port renamed(Port p) {
        return new Port(p.name(), p.card(), p.usable(), p.socket().map(Rewriting::renamed));
    }

    private static Portal renamed(Portal p) {
        return new Portal(p.ip(), p.controller(), p.socket().map(Rewriting::renamed));
    }
}
