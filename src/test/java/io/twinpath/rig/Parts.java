package io.twinpath.rig;

import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** All parts of a rig that anybody could name. */
final class Parts {

    private Parts() {}

    /** A part that there is. */
    static <V> V named(Map<String, V> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    static SortedSet<Component> of(Rig rig) {
        SortedSet<Component> parts = new TreeSet<>();
        rig.switches().keySet().forEach(s -> parts.add(new Component.SwitchNamed(s)));
        rig.domains().keySet().forEach(d -> parts.add(new Component.DomainNamed(d)));
        rig.hosts().values().forEach(host -> {
            String name = host.name();
            parts.add(new Component.HostNamed(name));
            host.cards().keySet().forEach(c -> parts.add(new Component.CardOf(name, c)));
            host.ports().values().forEach(port -> {
                parts.add(new Component.NicPort(name, port.name()));
                port.card().ifPresent(c -> parts.add(new Component.CardOf(name, c)));
                port.socket().ifPresent(s -> socket(s, parts));
            });
            host.teams().values().forEach(team -> {
                team.active().forEach(p -> parts.add(new Component.NicPort(name, p)));
                team.standby().forEach(p -> parts.add(new Component.NicPort(name, p)));
            });
            host.paths().forEach(path -> path(name, path, parts));
        });
        rig.arrays().values().forEach(array -> {
            parts.add(new Component.ArrayNamed(array.name()));
            array.devices().forEach(d -> parts.add(new Component.DeviceNamed(d)));
            array.portals().values().forEach(portal -> {
                parts.add(new Component.PortalAt(portal.ip()));
                portal.controller().ifPresent(c -> parts.add(new Component.ControllerOf(array.name(), c)));
                portal.socket().ifPresent(s -> socket(s, parts));
            });
        });
        rig.datastores().values().forEach(store -> {
            if (store.backing() instanceof Datastore.Backing.Nfs nfs) {
                nfs.servers().stream()
                        .filter(s -> !rig.arrays().containsKey(s))
                        .forEach(s -> parts.add(new Component.PortalAt(s)));
            }
        });
        return parts;
    }

    private static void path(String host, Path path, SortedSet<Component> parts) {
        switch (path.carrier()) {
            case Path.Carrier.Local local -> parts.add(new Component.LocalDisk(host, path.device()));
            case Path.Carrier.Iscsi iscsi -> {
                parts.add(new Component.PortalAt(iscsi.portal()));
                parts.add(new Component.DeviceNamed(path.device()));
            }
            case Path.Carrier.Other other -> parts.add(new Component.DeviceNamed(path.device()));
        }
    }

    private static void socket(Socket socket, SortedSet<Component> parts) {
        parts.add(new Component.SwitchNamed(socket.name()));
        parts.add(new Component.SwitchPort(socket.name(), socket.port()));
    }
}
