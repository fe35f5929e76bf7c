package io.twinpath.rig;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Ipv4Prefix;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A site of any size that a careful person built, for figures and for laws about size: nothing of it is random.
 *
 * <p>A host has two cards of two ports, four interfaces, and in four of ten cases a disk of its own. Clusters have 12, 20 or 32 hosts in turn, two
 * switches, four shared devices with a datastore each, HA with component protection, and racks of 16 hosts at most. Four
 * clusters share an array with two controllers and eight portals, half of them on each fabric. So each of two bound interfaces reaches
 * four portals: eight paths to every device. The switches of a fabric hang on its core, and the cores on each other. A
 * fifth of the machines has reservations, a third two disks, and one of 25 lies on a disk of its host's own.
 */
public final class LargeSite {

    private static final int DEVICES = 4;
    private static final List<Integer> SIZES = List.of(12, 20, 32);
    private static final Host.Capacity CAPACITY = new Host.Capacity(OptionalLong.of(60_000), OptionalLong.of(262_144));
    private static final Response RESPONSE = new Response(
            Optional.of(RestartPriority.MEDIUM),
            Optional.of(IsolationResponse.POWER_OFF),
            Optional.of(ApdResponse.RESTART_CONSERVATIVE),
            Optional.of(180),
            Optional.of(PdlResponse.RESTART));

    private final int machinesEach;
    private final SortedMap<String, Host> hosts = new TreeMap<>();
    private final SortedMap<String, Switch> switches = new TreeMap<>();
    private final SortedMap<String, Array> arrays = new TreeMap<>();
    private final SortedMap<String, Datastore> datastores = new TreeMap<>();
    private final SortedMap<String, Machine> machines = new TreeMap<>();
    private final SortedMap<String, Cluster> clusters = new TreeMap<>();
    private final SortedMap<String, Domain> domains = new TreeMap<>();

    private LargeSite(int machinesEach) {
        this.machinesEach = machinesEach;
    }

    /** @param machinesEach virtual machines on each host */
    public static Rig of(int hosts, int machinesEach) {
        return of(hosts, machinesEach, SIZES);
    }

    /** With clusters of these sizes in turn. */
    static Rig of(int hosts, int machinesEach, List<Integer> sizes) {
        LargeSite site = new LargeSite(machinesEach);
        site.core("a-core", "10.20.0.0/16", "b-core");
        site.core("b-core", "10.21.0.0/16", "a-core");
        for (int cluster = 0; site.hosts.size() < hosts; cluster++) {
            int size = sizes.get(cluster % sizes.size());
            site.cluster(cluster, Math.min(size, hosts - site.hosts.size()));
        }
        return new Rig(
                site.hosts,
                site.switches,
                site.arrays,
                site.datastores,
                site.machines,
                site.clusters,
                site.domains,
                new TreeSet<>());
    }

    private static SortedSet<String> set(String... names) {
        return new TreeSet<>(Set.of(names));
    }

    private void core(String name, String fabric, String... links) {
        switches.put(name, new Switch(name, Optional.of(set("10.0.0.0/16", "10.30.0.0/16", fabric)), set(links)));
    }

    private void cluster(int number, int size) {
        String name = "cluster%02d".formatted(number);
        core("a-" + name, "10.20.0.0/16", "a-core");
        core("b-" + name, "10.21.0.0/16", "b-core");
        String array = "stor%d".formatted(number / 4);
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            String device = "naa.6001405%08x%08x%08x".formatted(number / 4, number, i);
            devices.add(device);
            datastores.put(name + "-" + i, vmfs(name + "-" + i, device));
        }
        array(array, number / 4, devices);
        SortedSet<String> members = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            members.add(host(name, array, devices));
        }
        rack(members);
        Cluster.Rule apart = new Cluster.Rule(
                name + "-apart",
                Cluster.Rule.Kind.APART,
                true,
                set(members.first() + "-vm0", members.last() + "-vm1"),
                new TreeSet<>());
        clusters.put(
                name,
                new Cluster(
                        name,
                        members,
                        new Cluster.Protection(true, true, true, RESPONSE, new TreeSet<>(), false),
                        List.of(apart)));
    }

    private static Datastore vmfs(String name, String device) {
        return new Datastore(name, new Datastore.Backing.Devices(set(device)));
    }

    private void array(String name, int number, List<String> more) {
        SortedSet<String> devices = new TreeSet<>(more);
        Optional.ofNullable(arrays.get(name)).ifPresent(array -> devices.addAll(array.devices()));
        SortedMap<String, Portal> portals = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            for (String fabric : List.of("a", "b")) {
                String ip = portal(fabric, number, i);
                portals.put(
                        ip,
                        new Portal(
                                ip,
                                Optional.of(i < 2 ? "A" : "B"),
                                Optional.of(new Socket(fabric + "-core", name + "/" + i))));
            }
        }
        arrays.put(name, new Array(name, portals, devices));
    }

    private static String portal(String fabric, int array, int number) {
        return "10.2%d.255.%d".formatted(fabric.equals("a") ? 0 : 1, 1 + array * 4 + number);
    }

    private void rack(SortedSet<String> members) {
        List<String> all = List.copyOf(members);
        for (int from = 0; from < all.size(); from += 16) {
            String name = "rack%03d".formatted(domains.size());
            domains.put(
                    name,
                    new Domain(
                            name, Domain.Kind.RACK, new TreeSet<>(all.subList(from, Math.min(all.size(), from + 16)))));
        }
    }

    private String host(String cluster, String array, List<String> devices) {
        int number = hosts.size();
        String name = "esxi%04d.lab.example".formatted(number);
        boolean ownDisk = number % 5 < 2;
        SortedSet<String> mounted = new TreeSet<>();
        for (int i = 0; i < DEVICES; i++) {
            mounted.add(cluster + "-" + i);
        }
        List<Path> paths = paths(array, devices);
        if (ownDisk) {
            String disk = "t10.own%04d".formatted(number);
            paths.add(new Path("vmhba0:C0:T0:L0", disk, new Path.Carrier.Local(), true));
            datastores.put("own%04d".formatted(number), vmfs("own%04d".formatted(number), disk));
            mounted.add("own%04d".formatted(number));
        }
        hosts.put(
                name,
                new Host(
                        name,
                        Host.Condition.UP,
                        false,
                        cards(),
                        ports(cluster, number),
                        teams(),
                        vmks(number),
                        paths,
                        mounted,
                        Host.Apd.AS_INSTALLED,
                        CAPACITY));
        for (int i = 0; i < machinesEach; i++) {
            machine(name, cluster, i, i == 0 && ownDisk ? Optional.of("own%04d".formatted(number)) : Optional.empty());
        }
        return name;
    }

    private static SortedMap<String, Card> cards() {
        SortedMap<String, Card> cards = new TreeMap<>();
        for (int i = 0; i < 2; i++) {
            String slot = Integer.toString(3 + 2 * i);
            cards.put(
                    slot,
                    new Card(
                            slot,
                            set("0000:0" + slot + ":00"),
                            "Intel X520",
                            Optional.of("intel-x520"),
                            Optional.of("ixgben"),
                            set("vmnic" + 2 * i, "vmnic" + (2 * i + 1))));
        }
        return cards;
    }

    private static SortedMap<String, Port> ports(String cluster, int number) {
        SortedMap<String, Port> ports = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            Socket socket = new Socket((i < 2 ? "a-" : "b-") + cluster, "1/0/" + (2 * number + i % 2));
            ports.put("vmnic" + i, new Port("vmnic" + i, Optional.of(i < 2 ? "3" : "5"), true, Optional.of(socket)));
        }
        return ports;
    }

    private static SortedMap<String, Team> teams() {
        SortedMap<String, Team> teams = new TreeMap<>();
        team(teams, "Management Network", 1500, List.of("vmnic0"), List.of("vmnic2"));
        team(teams, "VM Network", 1500, List.of("vmnic0", "vmnic2"), List.of());
        team(teams, "vMotion", 9000, List.of("vmnic2"), List.of("vmnic0"));
        team(teams, "iSCSI-A", 9000, List.of("vmnic1"), List.of());
        team(teams, "iSCSI-B", 9000, List.of("vmnic3"), List.of());
        return teams;
    }

    private static void team(
            SortedMap<String, Team> teams, String group, int mtu, List<String> active, List<String> standby) {
        String carrier = group.startsWith("iSCSI") ? "vSwitch1" : "vSwitch0";
        teams.put(group, new Team(group, carrier, active, standby, Optional.of(0), Optional.of(mtu), false, true));
    }

    private static SortedMap<String, Vmk> vmks(int number) {
        SortedMap<String, Vmk> vmks = new TreeMap<>();
        vmk(vmks, "vmk0", "Management Network", "10.0", number, 1500, Optional.of(Service.MANAGEMENT));
        vmk(vmks, "vmk1", "iSCSI-A", "10.20", number, 9000, Optional.empty());
        vmk(vmks, "vmk2", "iSCSI-B", "10.21", number, 9000, Optional.empty());
        vmk(vmks, "vmk3", "vMotion", "10.30", number, 9000, Optional.of(Service.VMOTION));
        return vmks;
    }

    private static void vmk(
            SortedMap<String, Vmk> vmks,
            String name,
            String group,
            String network,
            int number,
            int mtu,
            Optional<Service> service) {
        Ipv4Prefix ip = Ipv4Prefix.parse("%s.%d.%d/16".formatted(network, number / 200, 1 + number % 200));
        vmks.put(
                name,
                new Vmk(
                        name,
                        group,
                        Optional.of(ip),
                        Optional.of(mtu),
                        new TreeSet<>(service.stream().toList()),
                        group.startsWith("iSCSI")));
    }

    private static List<Path> paths(String array, List<String> devices) {
        int number = Integer.parseInt(array.substring("stor".length()));
        List<Path> paths = new ArrayList<>();
        for (int lun = 0; lun < devices.size(); lun++) {
            for (int i = 0; i < 4; i++) {
                for (String fabric : List.of("a", "b")) {
                    int channel = fabric.equals("a") ? 0 : 1;
                    paths.add(new Path(
                            "vmhba64:C%d:T%d:L%d".formatted(channel, i, lun),
                            devices.get(lun),
                            new Path.Carrier.Iscsi("vmk" + (1 + channel), portal(fabric, number, i)),
                            true));
                }
            }
        }
        return paths;
    }

    private void machine(String host, String cluster, int number, Optional<String> own) {
        String name = host + "-vm" + number;
        int count = machines.size();
        SortedMap<String, String> disks = new TreeMap<>();
        String first = own.orElse(cluster + "-" + count % DEVICES);
        disks.put("Hard disk 1", first);
        if (count % 3 == 0) {
            disks.put("Hard disk 2", cluster + "-" + (count + 1) % DEVICES);
        }
        boolean reserves = count % 5 == 0;
        machines.put(
                name,
                new Machine(
                        name,
                        Optional.of(cluster),
                        Optional.of(host),
                        Machine.Power.ON,
                        disks,
                        Optional.of(first),
                        set("VM Network"),
                        List.of(),
                        reserves ? 1000 : 0,
                        reserves ? 8192 : 0,
                        count % 17 != 0,
                        Response.NONE));
    }
}
