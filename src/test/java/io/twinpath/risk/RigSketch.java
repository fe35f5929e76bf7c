package io.twinpath.risk;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Response;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Switch;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a rig down in a few lines. */
public final class RigSketch {

    private final SortedMap<String, HostSketch> hosts = new TreeMap<>();
    private final SortedMap<String, Switch> switches = new TreeMap<>();
    private final SortedMap<String, Array> arrays = new TreeMap<>();
    private final SortedMap<String, Datastore> datastores = new TreeMap<>();
    private final SortedMap<String, Machine> machines = new TreeMap<>();
    private final SortedMap<String, Cluster> clusters = new TreeMap<>();
    private final SortedMap<String, Domain> domains = new TreeMap<>();

    /** A host of which more is said; begun where it is named first. */
    public HostSketch host(String name) {
        return hosts.computeIfAbsent(name, HostSketch::new);
    }

    public RigSketch wire(String name, String... subnets) {
        switches.put(
                name,
                new Switch(
                        name,
                        subnets.length == 0 ? Optional.empty() : Optional.of(new TreeSet<>(List.of(subnets))),
                        new TreeSet<>()));
        return this;
    }

    /** @param portals as {@code 10.20.0.11}, {@code 10.20.0.11@sw1/1} or {@code 10.20.0.11%A@sw1/1}, with controller and socket */
    public RigSketch array(String name, String device, String... portals) {
        SortedMap<String, Portal> byIp = new TreeMap<>();
        for (String text : portals) {
            String[] end = text.split("@", 2);
            String[] ip = end[0].split("%", 2);
            byIp.put(
                    ip[0],
                    new Portal(
                            ip[0],
                            ip.length > 1 ? Optional.of(ip[1]) : Optional.empty(),
                            end.length > 1 ? Optional.of(socket(end[1])) : Optional.empty()));
        }
        arrays.put(name, new Array(name, byIp, new TreeSet<>(List.of(device))));
        return this;
    }

    public RigSketch datastore(String name, String... devices) {
        datastores.put(name, new Datastore(name, new Datastore.Backing.Devices(new TreeSet<>(List.of(devices)))));
        return this;
    }

    public RigSketch cluster(Cluster cluster) {
        clusters.put(cluster.name(), cluster);
        return this;
    }

    /** A machine that runs, with one disk. */
    public RigSketch machine(String name, String cluster, String host, String datastore) {
        return machine(machineOf(name, cluster, host, Map.of("Hard disk 1", datastore)));
    }

    public RigSketch machine(Machine machine) {
        machines.put(machine.name(), machine);
        return this;
    }

    /** A machine that runs and has nothing special. */
    public static Machine machineOf(String name, String cluster, String host, Map<String, String> disks) {
        return new Machine(
                name,
                Optional.of(cluster),
                Optional.of(host),
                Machine.Power.ON,
                new TreeMap<>(disks),
                Optional.empty(),
                new TreeSet<>(),
                List.of(),
                0,
                0,
                true,
                Response.NONE);
    }

    public Rig rig() {
        SortedMap<String, Host> built = new TreeMap<>();
        hosts.forEach((name, sketch) -> built.put(name, sketch.host()));
        return new Rig(built, switches, arrays, datastores, machines, clusters, domains, new TreeSet<>());
    }

    private static Socket socket(String text) {
        int slash = text.indexOf('/');
        return new Socket(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Writes a host down. */
    public static final class HostSketch {

        private final String name;
        private final SortedMap<String, Card> cards = new TreeMap<>();
        private final SortedMap<String, Port> ports = new TreeMap<>();
        private final SortedMap<String, Team> teams = new TreeMap<>();
        private final SortedMap<String, Vmk> vmks = new TreeMap<>();
        private final List<Path> paths = new ArrayList<>();
        private final SortedSet<String> datastores = new TreeSet<>();
        private boolean maintenance;
        private Host.Apd apd = Host.Apd.AS_INSTALLED;
        private Host.Capacity capacity = Host.Capacity.UNREAD;

        private HostSketch(String name) {
            this.name = name;
        }

        /** @param ends ports, each with its socket where it is known: {@code vmnic4} or {@code vmnic4@sw1/13} */
        public HostSketch card(String id, String catalogued, String driver, String... ends) {
            SortedSet<String> names = new TreeSet<>();
            for (String end : ends) {
                String[] parts = end.split("@", 2);
                names.add(parts[0]);
                ports.put(
                        parts[0],
                        new Port(
                                parts[0],
                                Optional.of(id),
                                true,
                                parts.length > 1 ? Optional.of(socket(parts[1])) : Optional.empty()));
            }
            cards.put(
                    id,
                    new Card(
                            id,
                            new TreeSet<>(),
                            catalogued,
                            Optional.of(catalogued),
                            driver.isEmpty() ? Optional.empty() : Optional.of(driver),
                            names));
            return this;
        }

        /** @param uplinks active ones, and standby ones in brackets: {@code vmnic0 (vmnic1)} */
        public HostSketch team(String group, String carrier, int mtu, String uplinks) {
            List<String> active = new ArrayList<>();
            List<String> standby = new ArrayList<>();
            Arrays.stream(uplinks.split(" "))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> (word.startsWith("(") ? standby : active).add(word.replaceAll("[()]", "")));
            teams.put(
                    group, new Team(group, carrier, active, standby, Optional.empty(), Optional.of(mtu), false, true));
            return this;
        }

        public HostSketch team(Team team) {
            teams.put(team.portGroup(), team);
            return this;
        }

        public HostSketch vmk(String vmk, String group, String ip, int mtu, boolean bound, Service... services) {
            vmks.put(
                    vmk,
                    new Vmk(
                            vmk,
                            group,
                            Optional.of(Ipv4Prefix.parse(ip)),
                            Optional.of(mtu),
                            new TreeSet<>(List.of(services)),
                            bound));
            return this;
        }

        public HostSketch path(String path, String device, String vmk, String portal) {
            paths.add(new Path(path, device, new Path.Carrier.Iscsi(vmk, portal), true));
            return this;
        }

        public HostSketch local(String path, String device) {
            paths.add(new Path(path, device, new Path.Carrier.Local(), true));
            return this;
        }

        public HostSketch has(String... names) {
            datastores.addAll(List.of(names));
            return this;
        }

        public HostSketch apd(boolean handled, int timeout) {
            apd = new Host.Apd(handled, timeout);
            return this;
        }

        public HostSketch capacity(long cpuMhz, long memoryMb) {
            capacity = new Host.Capacity(OptionalLong.of(cpuMhz), OptionalLong.of(memoryMb));
            return this;
        }

        public HostSketch inMaintenance() {
            maintenance = true;
            return this;
        }

        private Host host() {
            return new Host(
                    name, Host.Condition.UP, maintenance, cards, ports, teams, vmks, paths, datastores, apd, capacity);
        }
    }
}
