package io.twinpath.rig;

import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Component.ArrayNamed;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Follows the wires of one host, from names to numbers. Used once for each host. */
final class Wiring {

    private final Rig rig;
    private final Fabric fabric;
    private final Map<String, Door> doors;
    private final Host host;
    private final SortedMap<String, Plug> plugs = new TreeMap<>();
    private final SortedMap<String, Uplinks> teams = new TreeMap<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, Integer> sessionNumbers = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final SortedMap<String, Volume.Unit> units = new TreeMap<>();

    private Wiring(Rig rig, Fabric fabric, Map<String, Door> doors, Host host) {
        this.rig = rig;
        this.fabric = fabric;
        this.doors = doors;
        this.host = host;
    }

    /**
     * @param doors all addresses that were met so far; grows
     * @param needed datastores of machines that run on the host, mounted or not
     */
    static Circuit of(Rig rig, Fabric fabric, Map<String, Door> doors, Host host, Set<String> needed) {
        return new Wiring(rig, fabric, doors, host).circuit(needed);
    }

    private Circuit circuit(Set<String> needed) {
        host.ports().keySet().forEach(this::plug);
        for (Team team : host.teams().values()) {
            team.active().forEach(this::plug);
            team.standby().forEach(this::plug);
        }
        host.teams().forEach((name, team) -> teams.put(name, Uplinks.of(teams.size(), team, plugs)));
        host.paths()
                .forEach(path -> lines.add(
                        Line.of(host.name(), path, session(path), rig.arrays().values())));
        for (int i = 0; i < lines.size(); i++) {
            units.computeIfAbsent(lines.get(i).path().device(), device -> unit(device, new ArrayList<>()))
                    .paths()
                    .add(i);
        }
        SortedSet<String> names = new TreeSet<>(host.datastores());
        names.addAll(needed);
        Map<String, Integer> numbers = new HashMap<>();
        List<Volume> volumes = new ArrayList<>();
        for (String name : names) {
            numbers.put(name, volumes.size());
            volumes.add(volume(name));
        }
        return new Circuit(
                host,
                new HostNamed(host.name()),
                plugs,
                teams,
                Management.of(host, teams),
                sessions,
                lines,
                List.copyOf(units.values()),
                List.copyOf(names),
                numbers,
                volumes);
    }

    private void plug(String name) {
        plugs.computeIfAbsent(name, n -> Plug.of(host, n, fabric));
    }

    private OptionalInt session(Path path) {
        if (!(path.carrier() instanceof Path.Carrier.Iscsi iscsi)) {
            return OptionalInt.empty();
        }
        Optional<Vmk> vmk = Optional.ofNullable(host.vmks().get(iscsi.vmk()));
        return OptionalInt.of(numbered(
                "iscsi " + iscsi.vmk() + " " + iscsi.portal(),
                () -> Session.iscsi(iscsi.vmk(), vmk, vmk.flatMap(this::behind), door(iscsi.portal()))));
    }

    private int numbered(String key, java.util.function.Supplier<Session> made) {
        return sessionNumbers.computeIfAbsent(key, k -> {
            sessions.add(made.get());
            return sessions.size() - 1;
        });
    }

    private Optional<Uplinks> behind(Vmk vmk) {
        return Optional.ofNullable(teams.get(vmk.portGroup()));
    }

    private Door door(String address) {
        return doors.computeIfAbsent(address, a -> Door.of(a, rig.arrays().values(), fabric));
    }

    private Volume volume(String name) {
        Datastore known = rig.datastores().get(name);
        if (known == null) {
            return new Volume.Somewhere();
        }
        return switch (known.backing()) {
            case Datastore.Backing.Devices devices ->
                new Volume.OnUnits(devices.devices().stream().map(this::unit).toList());
            case Datastore.Backing.Nfs nfs ->
                new Volume.OnServers(
                        nfs.servers().stream().flatMap(s -> servers(s).stream()).toList());
            case Datastore.Backing.Unknown unknown -> new Volume.Somewhere();
        };
    }

    private Volume.Unit unit(String device) {
        Volume.Unit seen = units.get(device);
        return seen == null ? unit(device, List.of()) : seen;
    }

    private Volume.Unit unit(String device, List<Integer> paths) {
        return new Volume.Unit(device, paths, lines, host.condition() == Host.Condition.UNREAD);
    }

    /** A volume may call its server by the name of an array; then any portal of it will do. */
    private List<Volume.Server> servers(String server) {
        Array array = rig.arrays().get(server);
        if (array == null || array.portals().isEmpty()) {
            return List.of(server(server, Optional.ofNullable(array).map(a -> new ArrayNamed(a.name()))));
        }
        return array.portals().keySet().stream()
                .map(ip -> server(ip, Optional.of(new ArrayNamed(array.name()))))
                .toList();
    }

    private Volume.Server server(String address, Optional<ArrayNamed> array) {
        Door door = door(address);
        List<Integer> near = new ArrayList<>();
        for (Vmk vmk : host.vmks().values()) {
            if (vmk.ip().isPresent() && door.ip().isPresent() && Session.near(Optional.of(vmk), door)) {
                near.add(numbered("nfs " + vmk.name() + " " + address, () -> Session.nfs(vmk, behind(vmk), door)));
            }
        }
        Optional<List<Management>> routes = near.isEmpty() ? Optional.of(Management.of(host, teams)) : Optional.empty();
        return new Volume.Server(address, door, near, routes, array);
    }
}
