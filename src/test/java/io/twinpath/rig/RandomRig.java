package io.twinpath.rig;

import static io.twinpath.rig.Parts.named;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Cluster.Protection;
import io.twinpath.rig.part.Cluster.Rule;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Machine.Tie;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Response;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draws a rig that no careful person built: things that are missing, double or nowhere, and of each rule somebody who is subject to it.
 * The same number draws the same rig.
 */
final class RandomRig {

    static final String MANAGEMENT = "10.0.0.0/24";
    static final String FABRIC_A = "10.20.0.0/24";
    static final String FABRIC_B = "10.21.0.0/24";
    static final String FILES = "10.30.0.0/24";

    private final Random random;
    private final SortedMap<String, Host> hosts = new TreeMap<>();
    private final SortedMap<String, Switch> switches = new TreeMap<>();
    private final SortedMap<String, Array> arrays = new TreeMap<>();
    private final SortedMap<String, Datastore> datastores = new TreeMap<>();
    private final SortedMap<String, Machine> machines = new TreeMap<>();
    private final SortedMap<String, Cluster> clusters = new TreeMap<>();
    private final SortedMap<String, Domain> domains = new TreeMap<>();
    private int sockets;

    private RandomRig(long seed) {
        random = new Random(seed * 7919 + 13);
    }

    static Rig of(long seed) {
        return new RandomRig(seed).rig();
    }

    private Rig rig() {
        switches();
        arrays();
        datastores();
        int many = 1 + random.nextInt(4);
        for (int number = 1; number <= many; number++) {
            Host host = new RandomHost(this, number).host();
            hosts.put(host.name(), host);
        }
        clusters();
        domains();
        return new Rig(hosts, switches, arrays, datastores, machines, clusters, domains, new TreeSet<>(List.of()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T often(T usual, List<T> others) {
        return chance(60) ? usual : pick(others);
    }

    <T extends Comparable<T>> SortedSet<T> some(java.util.Collection<T> choices, int percent) {
        SortedSet<T> some = new TreeSet<>();
        for (T choice : new TreeSet<>(choices)) {
            if (chance(percent)) {
                some.add(choice);
            }
        }
        return some;
    }

    /** Now and then one that nobody told, or in a switch that nobody declared. */
    Optional<Socket> socket(List<String> wanted) {
        sockets++;
        if (chance(10)) {
            return Optional.empty();
        }
        List<String> there = wanted.isEmpty() ? List.copyOf(switches.keySet()) : wanted;
        String name = chance(4) ? "foreign" : pick(there);
        return Optional.of(new Socket(name, "1/0/" + (chance(95) ? sockets : 1)));
    }

    /** Switches that somebody meant for a network. */
    List<String> carrying(String subnet) {
        List<String> names = switches.values().stream()
                .filter(s -> s.subnets().map(n -> n.contains(subnet)).orElse(true))
                .map(Switch::name)
                .toList();
        return chance(90) ? names : List.of();
    }

    private void switches() {
        int many = chance(20) ? 5 : 1 + random.nextInt(3);
        for (int number = 1; number <= many; number++) {
            SortedSet<String> links = new TreeSet<>();
            for (int other = 1; other <= many; other++) {
                if (other != number && chance(30)) {
                    links.add("sw" + other);
                }
            }
            Optional<SortedSet<String>> subnets = chance(50)
                    ? Optional.empty()
                    : Optional.of(some(List.of(MANAGEMENT, FABRIC_A, FABRIC_B, FILES, "10.20.0.0/15"), 55));
            switches.put("sw" + number, new Switch("sw" + number, subnets, links));
        }
    }

    private void arrays() {
        for (int number = 1; number <= 1 + random.nextInt(2); number++) {
            SortedMap<String, Portal> portals = new TreeMap<>();
            for (String subnet : chance(75) ? List.of(FABRIC_A, FABRIC_B) : List.of(FABRIC_A)) {
                for (int door = 0; door < (chance(20) ? 2 : 1); door++) {
                    String ip = subnet.replace("0/24", Integer.toString(10 * number + door));
                    Optional<String> controller =
                            chance(60) ? Optional.of("c" + (1 + random.nextInt(2))) : Optional.empty();
                    portals.put(
                            ip, new Portal(ip, controller, chance(70) ? socket(carrying(subnet)) : Optional.empty()));
                }
            }
            SortedSet<String> devices = new TreeSet<>();
            for (int unit = 0; unit < 1 + random.nextInt(2); unit++) {
                devices.add("naa." + number + unit);
            }
            arrays.put("stor" + number, new Array("stor" + number, portals, devices));
        }
        if (chance(50)) {
            String ip = pick(List.of("10.30.0.5", "10.30.0.5", "10.0.0.5", "10.99.0.5"));
            Portal door = new Portal(ip, Optional.empty(), chance(60) ? socket(carrying(FILES)) : Optional.empty());
            arrays.put("nas", new Array("nas", new TreeMap<>(java.util.Map.of(ip, door)), new TreeSet<>()));
        }
    }

    private void datastores() {
        List<String> units = new ArrayList<>();
        arrays.values().forEach(a -> units.addAll(a.devices()));
        for (String unit : units) {
            SortedSet<String> devices = new TreeSet<>(List.of(unit));
            if (chance(10)) {
                devices.add(pick(units));
            }
            datastore("on-" + unit, new Datastore.Backing.Devices(devices));
        }
        if (arrays.containsKey("nas")) {
            String server = chance(25) ? "nas" : named(arrays, "nas").portals().firstKey();
            SortedSet<String> servers = new TreeSet<>(List.of(server));
            if (chance(20)) {
                servers.add("10.30.0.66");
            }
            datastore("files", new Datastore.Backing.Nfs(servers));
        }
        if (chance(15)) {
            datastore("secret", new Datastore.Backing.Unknown());
        }
    }

    void datastore(String name, Datastore.Backing backing) {
        datastores.put(name, new Datastore(name, backing));
    }

    SortedMap<String, Array> declared() {
        return arrays;
    }

    SortedMap<String, Datastore> stores() {
        return datastores;
    }

    private void clusters() {
        SortedSet<String> left = new TreeSet<>(hosts.keySet());
        for (int number = 1; number <= (chance(20) ? 2 : 1); number++) {
            SortedSet<String> members = chance(80) ? new TreeSet<>(left) : some(left, 60);
            left.removeAll(members);
            String name = "c" + number;
            if (!members.isEmpty()) {
                machines(Optional.of(name), members);
                clusters.put(name, new Cluster(name, members, protection(), rules(members)));
            }
        }
        for (String host : left) {
            machines(Optional.empty(), new TreeSet<>(List.of(host)));
        }
    }

    private Protection protection() {
        return new Protection(
                chance(88), chance(92), chance(75), response(80), some(datastores.keySet(), 40), chance(30));
    }

    /** @param percent how likely it says anything of a matter */
    private Response response(int percent) {
        return new Response(
                chance(percent - 20) ? Optional.of(pick(List.of(RestartPriority.values()))) : Optional.empty(),
                chance(percent) ? Optional.of(pick(List.of(IsolationResponse.values()))) : Optional.empty(),
                chance(percent)
                        ? Optional.of(often(
                                pick(List.of(ApdResponse.RESTART_CONSERVATIVE, ApdResponse.RESTART_AGGRESSIVE)),
                                List.of(ApdResponse.values())))
                        : Optional.empty(),
                Optional.empty(),
                chance(percent)
                        ? Optional.of(often(PdlResponse.RESTART, List.of(PdlResponse.values())))
                        : Optional.empty());
    }

    private void machines(Optional<String> cluster, SortedSet<String> members) {
        for (String host : members) {
            for (int more = random.nextInt(4); more > 0; more--) {
                Machine machine = machine(cluster, host);
                machines.put(machine.name(), machine);
            }
        }
    }

    private Machine machine(Optional<String> cluster, String host) {
        String name = "vm" + (char) ('a' + random.nextInt(26)) + machines.size();
        List<String> near = List.copyOf(named(hosts, host).datastores());
        List<String> seen = near.isEmpty() || chance(3) ? List.copyOf(datastores.keySet()) : near;
        SortedMap<String, String> disks = new TreeMap<>();
        for (int disk = 1; disk <= (chance(30) ? 2 : 1); disk++) {
            disks.put("Hard disk " + disk, pick(seen));
        }
        return new Machine(
                name,
                cluster,
                cluster.isPresent() && chance(15) ? Optional.empty() : Optional.of(host),
                chance(90) ? Machine.Power.ON : pick(List.of(Machine.Power.values())),
                disks,
                chance(30) ? Optional.of(pick(seen)) : Optional.empty(),
                networks(host),
                ties(),
                pick(List.of(0L, 0L, 1000L, 4000L)),
                pick(List.of(0L, 8L, 20L, 24L, 40L)) * 1024,
                chance(80),
                chance(45) ? response(60) : Response.NONE);
    }

    private SortedSet<String> networks(String host) {
        SortedSet<String> networks = some(
                named(hosts, host).teams().keySet().stream()
                        .filter(n -> !n.startsWith("iSCSI"))
                        .toList(),
                40);
        if (chance(2)) {
            networks.add("Nowhere");
        }
        return networks;
    }

    private List<Tie> ties() {
        return chance(90)
                ? List.of()
                : List.of(new Tie(pick(List.of(Tie.Strength.values())), "It has a device of its host."));
    }

    private List<Rule> rules(SortedSet<String> members) {
        List<Rule> rules = new ArrayList<>();
        while (chance(30) && !machines.isEmpty()) {
            rules.add(new Rule(
                    "r" + rules.size(),
                    pick(List.of(Rule.Kind.values())),
                    chance(60),
                    some(machines.keySet(), 45),
                    some(members, 50)));
        }
        return rules;
    }

    private void domains() {
        SortedSet<String> all = new TreeSet<>(hosts.keySet());
        all.addAll(switches.keySet());
        all.addAll(arrays.keySet());
        while (chance(45)) {
            String name = "d" + domains.size();
            domains.put(name, new Domain(name, pick(List.of(Domain.Kind.values())), some(all, 35)));
        }
    }
}
