package io.twinpath.rig;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Response;
import io.twinpath.rig.part.Switch;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes a sound site and spoils it here and there: parts that are broken or that nobody told, thin redundancy, HA that is set in all ways. What the
 * lab cannot be, such as racks, NFS and machines that nobody knows the host of, is in it too.
 */
public final class Flawed {

    private final Random random;
    private final Rig sound;

    private Flawed(Rig sound, long seed) {
        this.sound = sound;
        this.random = new Random(seed);
    }

    /** Small: a few clusters of two to four hosts. */
    public static Rig of(long seed) {
        Random size = new Random(~seed);
        Rig sound = LargeSite.of(3 + size.nextInt(6), 1 + size.nextInt(3), List.of(3, 2, 4));
        return new Flawed(sound, seed).rig();
    }

    private Rig rig() {
        SortedMap<String, Datastore> datastores = new TreeMap<>();
        sound.datastores().forEach((name, datastore) -> datastores.put(name, datastore(datastore)));
        SortedMap<String, Array> arrays = new TreeMap<>();
        sound.arrays().forEach((name, array) -> arrays.put(name, array(array)));
        SortedMap<String, Switch> switches = new TreeMap<>();
        sound.switches().forEach((name, box) -> switches.put(name, box(box)));
        SortedMap<String, Host> hosts = new TreeMap<>();
        sound.hosts().forEach((name, host) -> hosts.put(name, host(host)));
        SortedMap<String, Cluster> clusters = new TreeMap<>();
        sound.clusters().forEach((name, cluster) -> clusters.put(name, cluster(cluster)));
        SortedMap<String, Machine> machines = new TreeMap<>();
        sound.machines().forEach((name, machine) -> machines.put(name, machine(machine)));
        return new Rig(hosts, switches, arrays, datastores, machines, clusters, domains(), new TreeSet<>());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Datastore datastore(Datastore sane) {
        return switch (random.nextInt(12)) {
            case 0 -> new Datastore(sane.name(), new Datastore.Backing.Unknown());
            case 1 -> nfs(sane.name(), "10.20.255.1");
            case 2 -> nfs(sane.name(), "10.99.0.1");
            case 3 -> nfs(sane.name(), "stor0");
            case 4 -> nfs(sane.name(), "10.0.200.1");
            default -> sane;
        };
    }

    private static Datastore nfs(String name, String server) {
        return new Datastore(name, new Datastore.Backing.Nfs(new TreeSet<>(Set.of(server))));
    }

    private Array array(Array sane) {
        SortedMap<String, Portal> portals = new TreeMap<>();
        for (Portal portal : sane.portals().values()) {
            if (!chance(30)) {
                portals.put(
                        portal.ip(),
                        new Portal(
                                portal.ip(),
                                portal.controller().filter(c -> !chance(20)),
                                portal.socket().filter(s -> !chance(20))));
            }
        }
        return new Array(sane.name(), portals, sane.devices());
    }

    private Switch box(Switch sane) {
        SortedSet<String> links = new TreeSet<>(sane.links());
        if (chance(20)) {
            links.add(pick(List.copyOf(sound.switches().keySet())));
        }
        if (chance(10)) {
            links.clear();
        }
        return new Switch(sane.name(), sane.subnets().filter(s -> !chance(25)), links);
    }

    private Host host(Host sane) {
        SortedMap<String, Port> ports = new TreeMap<>();
        sane.ports().forEach((name, port) -> {
            if (!chance(4)) {
                ports.put(
                        name,
                        new Port(
                                name,
                                port.card().filter(c -> !chance(5)),
                                !chance(6),
                                port.socket().filter(s -> !chance(15))));
            }
        });
        SortedMap<String, Team> teams = new TreeMap<>();
        sane.teams().forEach((name, team) -> {
            if (!chance(4)) {
                teams.put(name, team(team));
            }
        });
        SortedMap<String, Vmk> vmks = new TreeMap<>();
        sane.vmks().forEach((name, vmk) -> {
            if (!chance(5)) {
                boolean bound = vmk.bound() && !chance(20);
                vmks.put(
                        name,
                        new Vmk(
                                name,
                                vmk.portGroup(),
                                vmk.ip().filter(i -> !chance(8)),
                                vmk.mtu(),
                                vmk.services(),
                                bound));
            }
        });
        List<Path> paths = new ArrayList<>();
        boolean few = chance(40);
        for (Path path : sane.paths()) {
            if (!few || path.carrier() instanceof Path.Carrier.Local || chance(25)) {
                paths.add(new Path(path.name(), path.device(), path.carrier(), !chance(4)));
            }
        }
        SortedSet<String> mounted = new TreeSet<>(sane.datastores());
        mounted.removeIf(name -> chance(6));
        return new Host(
                sane.name(),
                chance(6) ? Host.Condition.DOWN : chance(6) ? Host.Condition.UNREAD : Host.Condition.UP,
                chance(8),
                sane.cards(),
                ports,
                teams,
                vmks,
                paths,
                mounted,
                chance(20) ? new Host.Apd(false, 20) : sane.apd(),
                chance(10) ? Host.Capacity.UNREAD : capacity());
    }

    private Host.Capacity capacity() {
        return new Host.Capacity(
                OptionalLong.of(pick(List.of(3_000L, 60_000L))), OptionalLong.of(pick(List.of(16_384L, 65_536L))));
    }

    private Team team(Team sane) {
        List<String> active = switch (random.nextInt(8)) {
            case 0 -> List.of("vmnic0", "vmnic1");
            case 1 -> List.of(pick(List.of("vmnic0", "vmnic1", "vmnic2", "vmnic3")));
            case 2 -> List.of("vmnic9");
            default -> sane.active();
        };
        return new Team(
                sane.portGroup(),
                sane.carrier(),
                active,
                chance(10) ? List.of("vmnic3") : sane.standby(),
                sane.vlan(),
                sane.mtu(),
                chance(5),
                !chance(10));
    }

    private Response response() {
        return new Response(
                Optional.of(pick(List.of(RestartPriority.values()))),
                Optional.of(pick(List.of(IsolationResponse.values()))),
                Optional.of(pick(List.of(ApdResponse.values()))),
                Optional.of(180),
                Optional.of(pick(List.of(PdlResponse.values()))));
    }

    private Cluster cluster(Cluster sane) {
        Cluster.Protection ha = new Cluster.Protection(
                chance(85),
                chance(90),
                chance(80),
                chance(50) ? sane.protection().defaults() : response(),
                new TreeSet<>(Set.of(sane.name() + "-0")),
                chance(40));
        List<Cluster.Rule> rules = new ArrayList<>();
        List<String> machines = List.copyOf(sound.machines().keySet());
        for (Cluster.Rule.Kind kind : Cluster.Rule.Kind.values()) {
            if (chance(40)) {
                rules.add(new Cluster.Rule(
                        sane.name() + kind,
                        kind,
                        chance(60),
                        new TreeSet<>(List.of(pick(machines), pick(machines), pick(machines))),
                        new TreeSet<>(List.of(pick(List.copyOf(sane.hosts()))))));
            }
        }
        return new Cluster(sane.name(), sane.hosts(), ha, rules);
    }

    private Machine machine(Machine sane) {
        long memory = pick(List.of(0L, sane.memoryMb(), 10_000L, 30_000L));
        SortedMap<String, String> disks = new TreeMap<>(sane.disks());
        if (chance(15)) {
            disks.put("Hard disk 3", pick(List.copyOf(sound.datastores().keySet())));
        }
        SortedSet<String> networks = new TreeSet<>(sane.networks());
        if (chance(5)) {
            networks.add("Backup");
        }
        return new Machine(
                sane.name(),
                sane.cluster().filter(c -> !chance(8)),
                sane.host().filter(h -> !chance(25)),
                chance(10) ? Machine.Power.OFF : chance(10) ? Machine.Power.UNREAD : Machine.Power.ON,
                disks,
                sane.home().filter(h -> !chance(30)),
                networks,
                chance(8) ? List.of(new Machine.Tie(Machine.Tie.Strength.START, "A card is tied to it.")) : List.of(),
                memory / 10,
                memory,
                sane.restartsAlone(),
                chance(20) ? response() : Response.NONE);
    }

    private SortedMap<String, Domain> domains() {
        SortedMap<String, Domain> domains = new TreeMap<>(sound.domains());
        List<String> members = new ArrayList<>(sound.hosts().keySet());
        members.addAll(sound.switches().keySet());
        members.addAll(sound.arrays().keySet());
        for (String feed : List.of("feed-a", "feed-b")) {
            SortedSet<String> fed = new TreeSet<>(members);
            fed.removeIf(name -> chance(60));
            domains.put(feed, new Domain(feed, Domain.Kind.POWER, fed));
        }
        domains.put(
                "cabinet",
                new Domain("cabinet", Domain.Kind.RACK, new TreeSet<>(List.of(pick(members), pick(members)))));
        return domains;
    }
}
