package io.twinpath.rig;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Cluster.Protection;
import io.twinpath.rig.part.Cluster.Rule;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws a rig in few words, for tests. Everything has a default that is healthy. */
final class Sketch {

    final SortedMap<String, HostSketch> hosts = new TreeMap<>();
    final SortedMap<String, Switch> switches = new TreeMap<>();
    final SortedMap<String, Array> arrays = new TreeMap<>();
    final SortedMap<String, Datastore> datastores = new TreeMap<>();
    final SortedMap<String, Machine> machines = new TreeMap<>();
    final SortedMap<String, Cluster> clusters = new TreeMap<>();
    final SortedMap<String, Domain> domains = new TreeMap<>();

    static SortedSet<String> set(String... names) {
        return new TreeSet<>(Arrays.asList(names));
    }

    HostSketch host(String name) {
        return hosts.computeIfAbsent(name, HostSketch::new);
    }

    Sketch box(String name, String... links) {
        switches.put(name, new Switch(name, Optional.empty(), set(links)));
        return this;
    }

    Sketch box(String name, Set<String> subnets, String... links) {
        switches.put(name, new Switch(name, Optional.of(new TreeSet<>(subnets)), set(links)));
        return this;
    }

    Sketch array(String name, Set<String> devices, Portal... portals) {
        SortedMap<String, Portal> byIp = new TreeMap<>();
        for (Portal portal : portals) {
            byIp.put(portal.ip(), portal);
        }
        arrays.put(name, new Array(name, byIp, new TreeSet<>(devices)));
        return this;
    }

    static Portal portal(String ip, String box) {
        return new Portal(ip, Optional.empty(), Optional.of(new Socket(box, "p" + ip)));
    }

    static Portal portal(String ip) {
        return new Portal(ip, Optional.empty(), Optional.empty());
    }

    Sketch vmfs(String name, String... devices) {
        datastores.put(name, new Datastore(name, new Datastore.Backing.Devices(set(devices))));
        return this;
    }

    Sketch nfs(String name, String... servers) {
        datastores.put(name, new Datastore(name, new Datastore.Backing.Nfs(set(servers))));
        return this;
    }

    Sketch domain(String name, Domain.Kind kind, String... members) {
        domains.put(name, new Domain(name, kind, set(members)));
        return this;
    }

    Sketch cluster(String name, Protection protection, List<Rule> rules, String... members) {
        clusters.put(name, new Cluster(name, set(members), protection, rules));
        return this;
    }

    static Protection ha(boolean components, Response defaults) {
        return new Protection(true, true, components, defaults, new TreeSet<>(), false);
    }

    MachineSketch machine(String name, String host, String cluster, String... disks) {
        return new MachineSketch(name, host, cluster, disks);
    }

    Rig rig() {
        SortedMap<String, Host> built = new TreeMap<>();
        hosts.forEach((name, sketch) -> built.put(name, sketch.build()));
        return new Rig(
                built, switches, arrays, datastores, machines, clusters, domains, new TreeSet<>(List.<Assumption>of()));
    }

    /** A host while it is drawn. */
    static final class HostSketch {
        final String name;
        Host.Condition condition = Host.Condition.UP;
        boolean maintenance;
        final SortedMap<String, Card> cards = new TreeMap<>();
        final SortedMap<String, Port> ports = new TreeMap<>();
        final SortedMap<String, Team> teams = new TreeMap<>();
        final SortedMap<String, Vmk> vmks = new TreeMap<>();
        final List<Path> paths = new ArrayList<>();
        final SortedSet<String> mounts = new TreeSet<>();
        Host.Apd apd = Host.Apd.AS_INSTALLED;
        Host.Capacity capacity = new Host.Capacity(OptionalLong.of(10_000), OptionalLong.of(100_000));

        HostSketch(String name) {
            this.name = name;
        }

        HostSketch card(String id, String... own) {
            cards.put(id, new Card(id, set(), id, Optional.empty(), Optional.empty(), set(own)));
            return this;
        }

        HostSketch port(String port, String card, String box) {
            ports.put(port, new Port(port, Optional.of(card), true, Optional.of(new Socket(box, name + "-" + port))));
            return this;
        }

        HostSketch loose(String port, String card) {
            ports.put(port, new Port(port, Optional.of(card), true, Optional.empty()));
            return this;
        }

        HostSketch team(String group, List<String> active, String... standby) {
            teams.put(
                    group,
                    new Team(
                            group,
                            "vSwitch",
                            active,
                            List.of(standby),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            true));
            return this;
        }

        HostSketch vmk(String vmk, String group, String ip, boolean bound, Service... services) {
            vmks.put(
                    vmk,
                    new Vmk(
                            vmk,
                            group,
                            Optional.of(ip).filter(i -> !i.isEmpty()).map(Ipv4Prefix::parse),
                            Optional.empty(),
                            new TreeSet<>(Arrays.asList(services)),
                            bound));
            return this;
        }

        HostSketch iscsi(String path, String device, String vmk, String portal) {
            paths.add(new Path(path, device, new Path.Carrier.Iscsi(vmk, portal), true));
            return this;
        }

        HostSketch local(String device) {
            paths.add(new Path("local-" + device, device, new Path.Carrier.Local(), true));
            return this;
        }

        HostSketch mounts(String... names) {
            mounts.addAll(Arrays.asList(names));
            return this;
        }

        Host build() {
            return new Host(name, condition, maintenance, cards, ports, teams, vmks, paths, mounts, apd, capacity);
        }
    }

    /** A machine while it is drawn; {@link #on} puts it into the sketch. */
    final class MachineSketch {
        final String name;
        final String host;
        final String cluster;
        final SortedMap<String, String> disks = new TreeMap<>();
        Optional<String> home = Optional.empty();
        Machine.Power power = Machine.Power.ON;
        SortedSet<String> networks = new TreeSet<>();
        List<Machine.Tie> ties = List.of();
        long cpu;
        long memory;
        boolean restartsAlone = true;
        Response own = Response.NONE;

        MachineSketch(String name, String host, String cluster, String... disks) {
            this.name = name;
            this.host = host;
            this.cluster = cluster;
            for (int i = 0; i < disks.length; i++) {
                this.disks.put("Hard disk " + (i + 1), disks[i]);
            }
        }

        MachineSketch reserves(long mhz, long mib) {
            cpu = mhz;
            memory = mib;
            return this;
        }

        MachineSketch networks(String... names) {
            networks = set(names);
            return this;
        }

        MachineSketch own(Response response) {
            own = response;
            return this;
        }

        MachineSketch tied(Machine.Tie.Strength strength, String what) {
            ties = List.of(new Machine.Tie(strength, what));
            return this;
        }

        MachineSketch waits() {
            restartsAlone = false;
            return this;
        }

        MachineSketch power(Machine.Power state) {
            power = state;
            return this;
        }

        Sketch on() {
            machines.put(
                    name,
                    new Machine(
                            name,
                            Optional.of(cluster).filter(c -> !c.isEmpty()),
                            Optional.of(host).filter(h -> !h.isEmpty()),
                            power,
                            disks,
                            home,
                            networks,
                            ties,
                            cpu,
                            memory,
                            restartsAlone,
                            own));
            return Sketch.this;
        }
    }
}
