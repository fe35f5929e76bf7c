package io.twinpath.rig;

import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.SiteReader;
import io.twinpath.lab.site.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A site that no careful person built: as text for the lab, and as the spec that declares what cannot be read of it. */
final class RandomSite {

    private static final String DISK = "{device: %s, lun: %d, vendor: LIO-ORG, model: disk, revision: \"4.0\","
            + " size_mib: 8388608, ssd: false}";
    private static final List<String> APD =
            List.of("disabled", "warning", "restartConservative", "restartConservative", "restartAggressive");
    private static final List<String> PDL = List.of("disabled", "warning", "restartAggressive", "restartAggressive");
    private static final List<String> ISOLATION = List.of("none", "powerOff", "shutdown");
    private static final List<String> PRIORITY =
            List.of("disabled", "lowest", "low", "medium", "medium", "high", "highest");

    private final Random random;
    private final int hosts;
    private final List<String> switches;
    private final TreeMap<String, List<String>> carried = new TreeMap<>();
    private final TreeMap<String, StringBuilder> ports = new TreeMap<>();
    private final List<String> portals = new ArrayList<>();
    private final StringBuilder datastores = new StringBuilder("datastores:\n");
    private final StringBuilder spec = new StringBuilder();
    private final String hardware;
    private boolean trunked;
    private String machines = "";

    RandomSite(long seed) {
        random = new Random(seed);
        hosts = 1 + random.nextInt(4);
        switches = chance(75) ? List.of("sw1", "sw2") : List.of("sw1");
        switches.forEach(s -> ports.put(s, new StringBuilder()));
        StringBuilder all = new StringBuilder("name: random\n" + network());
        all.append("\narrays:\n");
        for (int array = 1; array <= 1 + random.nextInt(2); array++) {
            all.append(array(array));
        }
        all.append("\nhosts:\n");
        for (int host = 1; host <= hosts; host++) {
            all.append(host(host));
        }
        hardware = all + "\n" + datastores
                + "\nvcenter: {name: vcenter.lab.example, uuid: 6f1e2d8c-51a7-4c3b-9a56-0b7c1e0a2f10}\n";
        machines(site());
    }

    /** As it is before anything fails; a new one each time. */
    Site site() {
        return new SiteReader("random", LabSites::text)
                .read(hardware + machines, Sites.MORNING)
                .orElseThrow();
    }

    String spec() {
        StringBuilder all = new StringBuilder("hosts:\n");
        for (int host = 1; host <= hosts; host++) {
            all.append("  h%d: {}%n".formatted(host));
        }
        all.append("switches:\n");
        switches.forEach(s -> {
            List<String> subnets = carried.getOrDefault(s, List.of()).stream()
                    .map(RandomSite::subnet)
                    .toList();
            String links = trunked ? "links: [" + (s.equals("sw1") ? "sw2" : "sw1") + "], " : "";
            all.append("  %s: {%ssubnets: %s, ports: {%s}}%n".formatted(s, links, subnets, ports.get(s)));
        });
        return all.append(spec).toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String subnet(String network) {
        return switch (network) {
            case "fab-a" -> "10.20.0.0/24";
            case "fab-b" -> "10.21.0.0/24";
            default -> "10.0.0.0/24";
        };
    }

    private String network() {
        carried.put(
                "sw1",
                switches.size() == 1 || chance(30) ? List.of("mgmt", "fab-a", "fab-b") : List.of("mgmt", "fab-a"));
        if (switches.size() > 1) {
            carried.put("sw2", chance(30) ? List.of("mgmt", "fab-a", "fab-b") : List.of("mgmt", "fab-b"));
            trunked = chance(70);
        }
        StringBuilder text = new StringBuilder("networks:\n");
        for (String network : List.of("mgmt", "fab-a", "fab-b")) {
            text.append("  %s: {subnet: %s, vlan: 0}%n".formatted(network, subnet(network)));
        }
        text.append("switches:\n");
        carried.forEach((s, networks) -> text.append("  %s: {networks: %s}%n".formatted(s, networks)));
        if (trunked) {
            List<String> both = new ArrayList<>(carried.getOrDefault("sw1", List.of()));
            both.retainAll(carried.getOrDefault("sw2", List.of()));
            text.append("trunks:\n  - {between: [sw1, sw2], networks: %s}%n".formatted(both));
        }
        return text.toString();
    }

    private String carrying(String network) {
        return pick(carried.entrySet().stream()
                .filter(s -> s.getValue().contains(network))
                .map(Map.Entry::getKey)
                .toList());
    }

    private void plug(String there, String end) {
        StringBuilder list = ports.getOrDefault(there, new StringBuilder());
        list.append(list.isEmpty() ? "" : ", ").append("\"p%d\": %s".formatted(list.length(), end));
    }

    private String array(int number) {
        List<String> doors = new ArrayList<>();
        StringBuilder text = new StringBuilder(
                "  stor%1$d:%n    model: box%n    target: iqn.2003-01.org.linux-iscsi.stor%1$d%n    portals:%n"
                        .formatted(number));
        for (String fabric : chance(75) ? List.of("fab-a", "fab-b") : List.of("fab-a")) {
            String ip = subnet(fabric).replace("0/24", Integer.toString(10 + number));
            String there = carrying(fabric);
            text.append("      - {ip: %s, switch: %s, mtu: 9000}%n".formatted(ip, there));
            plug(there, "stor" + number + "/" + ip);
            doors.add(ip);
            portals.add(ip);
        }
        text.append("    luns:\n");
        for (int lun = 0; lun < 1 + random.nextInt(2); lun++) {
            String device = "naa.6001405a1b2c3d4e5f60718293a4b5%x%x".formatted(number, lun);
            text.append("      - ").append(DISK.formatted(device, lun)).append('\n');
            datastore("s%d%d".formatted(number, lun), device);
        }
        spec.append(number == 1 ? "arrays:\n" : "")
                .append("  stor%d: {model: box, portals: %s}%n".formatted(number, doors));
        return text.toString();
    }

    private void datastore(String name, String device) {
        datastores.append("  %s: {device: %s, uuid: 5f3a1c20-7b9e4d10-2c41-000af7a1%s, type: VMFS-6, free_mib: 4096}%n"
                .formatted(name, device, device.substring(device.length() - 4)));
    }

    private String host(int number) {
        boolean two = chance(60);
        String other = two ? "vmnic4" : "vmnic3";
        StringBuilder text = new StringBuilder("""
                  h%1$d:
                    release: "%2$s"
                    uuid: 5f391b6e-0000-0000-0000-%1$012x
                    slots: {onboard: "0000:01:00", "3": "0000:03:00", "5": "0000:05:00"}
                    memory_mib: %3$d
                    maintenance: %4$s
                    cards:
                      onboard: {model: broadcom-5720, ports: [vmnic0, vmnic1]}
                      "3": {model: intel-x520, ports: [vmnic2, vmnic3]}
                """.formatted(
                        number, pick(List.of("6.7", "7.0", "8.0")), pick(List.of(65536, 98304, 131072)), chance(6)));
        text.append(two ? "      \"5\": {model: intel-x520, ports: [vmnic4, vmnic5]}\n" : "");
        text.append("    cables:\n");
        for (int port = 0; port < (two ? 6 : 4); port++) {
            String there = port == 2 ? carrying("fab-a") : port == (two ? 4 : 3) ? carrying("fab-b") : pick(switches);
            String socket = (port < 2 ? "onboard" : port < 4 ? "3" : "5") + "/" + port % 2;
            text.append("      %s: {switch: %s, port: 1/0/%d}%n".formatted(socket, there, 10 * number + port));
            plug(there, "h%d/vmnic%d".formatted(number, port));
        }
        if (chance(50)) {
            String device = "naa.6d0946606d1c3e0029b5f1c20d4e7a1" + number;
            text.append("    local_disks:\n      - ")
                    .append(DISK.formatted(device, 0))
                    .append('\n');
            datastore("local" + number, device);
        }
        boolean second = chance(75);
        boolean bound = chance(65);
        text.append(vswitches(other, second, bound));
        text.append(
                "    vmkernel:\n      vmk0: {port_group: Management Network, ip: 10.0.0.%d/24, tags: [Management]}%n"
                        .formatted(100 + number));
        text.append("      vmk1: {port_group: iSCSI-A, ip: 10.20.0.%d/24}%n".formatted(100 + number));
        text.append(second ? "      vmk2: {port_group: iSCSI-B, ip: 10.21.0.%d/24}%n".formatted(100 + number) : "");
        String bonds = bound ? second ? "vmk1, vmk2" : "vmk1" : "";
        List<String> targets = portals.stream().map(p -> "\"" + p + ":3260\"").toList();
        text.append("    iscsi: {enabled: true, iqn: iqn.1998-01.com.vmware:h%d, bound: [%s], send_targets: %s}%n"
                .formatted(number, bonds, targets));
        text.append("    advanced: {/Misc/APDHandlingEnable: \"%d\", /Misc/APDTimeout: \"%d\"}%n"
                .formatted(chance(15) ? 0 : 1, pick(List.of(20, 140))));
        return text.toString();
    }

    private String vswitches(String other, boolean second, boolean bound) {
        String team =
                pick(List.of("active: [vmnic0], standby: [vmnic1]", "active: [vmnic0, vmnic1], standby: []", "one"));
        boolean one = team.equals("one");
        StringBuilder text = new StringBuilder("    vswitches:\n      vSwitch0:\n        uplinks: [%s]%n"
                .formatted(one ? "vmnic0" : "vmnic0, vmnic1"));
        text.append(one ? "" : "        teaming: {%s}%n".formatted(team));
        text.append("        port_groups:\n          Management Network: {vlan: 0}\n          VM Network: {vlan: 0}\n");
        text.append(chance(60) ? "          Backup: {vlan: 0}\n" : "");
        text.append("      vSwitch1:\n        uplinks: [vmnic2, %s]%n        port_groups:%n".formatted(other));
        String a = bound ? "active: [vmnic2], standby: []" : unbound(other);
        String b = bound ? "active: [" + other + "], standby: []" : unbound(other);
        text.append("          iSCSI-A: {vlan: 0, teaming: {%s}}%n".formatted(a));
        text.append(second ? "          iSCSI-B: {vlan: 0, teaming: {%s}}%n".formatted(b) : "");
        return text.toString();
    }

    private String unbound(String other) {
        return pick(List.of(
                "active: [vmnic2], standby: [" + other + "]",
                "active: [vmnic2, " + other + "], standby: []",
                "active: [" + other + "], standby: [vmnic2]"));
    }

    private void machines(Site site) {
        StringBuilder text = new StringBuilder("\nvms:\n");
        StringBuilder people = new StringBuilder();
        List<String> names = new ArrayList<>();
        Effects effects = new Effects(site);
        site.hosts.forEach((host, found) -> {
            List<String> seen = site.datastores.keySet().stream()
                    .filter(d -> effects.sees(host, d))
                    .toList();
            for (int vm = random.nextInt(5); vm > 0 && !seen.isEmpty(); vm--) {
                String name = "vm" + (names.size() + 1);
                names.add(name);
                boolean person = chance(20);
                people.append(person ? "  %s: {reboot_safe: false}%n".formatted(name) : "");
                String disks = chance(40) ? pick(seen) + ", " + pick(seen) : pick(seen);
                boolean backup = found.switchOf("Backup").isPresent() && chance(30);
                text.append(
                        "  %s: {host: %s, on: %s, needs_person: %s, memory_mib: 32768, disks: [%s], memory: {reservation: %d}, adapters: {Network adapter 1: {network: %s}}%s}%n"
                                .formatted(
                                        name,
                                        host,
                                        !chance(8),
                                        person,
                                        disks,
                                        reservation(),
                                        backup ? "Backup" : "VM Network",
                                        chance(6)
                                                ? ", devices: {PCI device 1: {kind: PASSTHROUGH, backing: \"0000:3b:00.0\"}}"
                                                : ""));
            }
        });
        machines = names.isEmpty() ? cluster(site, names) : text + cluster(site, names);
        spec.append(people.isEmpty() ? "" : "vms:\n" + people);
    }

    private int reservation() {
        return pick(List.of(0, 0, 1024, 4096, 20_000, 40_000, 60_000));
    }

    private String cluster(Site site, List<String> names) {
        if (chance(8)) {
            return "";
        }
        int members = hosts > 2 && chance(15) ? hosts - 1 : hosts;
        List<String> in = site.hosts.keySet().stream().limit(members).toList();
        List<String> stores = List.copyOf(site.datastores.keySet());
        StringBuilder text = new StringBuilder("\nclusters:\n  c1:\n    hosts: %s%n".formatted(in));
        text.append("    ha: {enabled: %s, host_monitoring: %s, component_protection: %s, on_apd: %s, on_pdl: %s,"
                .formatted(chance(85), chance(92), chance(75), pick(APD), pick(PDL)));
        text.append(" isolation_response: %s, restart_priority: %s, heartbeat_policy: %s, heartbeat_datastores: [%s],"
                .formatted(
                        pick(ISOLATION),
                        chance(90) ? "medium" : pick(PRIORITY),
                        pick(List.of("userSelectedDs", "allFeasibleDs", "allFeasibleDsWithUserPreference")),
                        pick(stores)));
        text.append(" admission: {enabled: %s}}%n".formatted(chance(50)));
        text.append("    drs: {enabled: true}\n");
        if (!names.isEmpty()) {
            text.append(overrides(names)).append(rules(in, names));
        }
        return text.toString();
    }

    private String overrides(List<String> names) {
        StringBuilder text = new StringBuilder("    overrides: {");
        for (String name : names) {
            if (chance(30)) {
                text.append("%s: {restart_priority: %s, isolation_response: %s, on_apd: %s, on_pdl: %s}, "
                        .formatted(name, pick(PRIORITY), pick(ISOLATION), pick(APD), pick(PDL)));
            }
        }
        return text.append("}\n").toString();
    }

    private String rules(List<String> in, List<String> names) {
        StringBuilder text = new StringBuilder(
                "    vm_groups: {g: [%s]}%n    host_groups: {hg: [%s]}%n    rules: {".formatted(pick(names), pick(in)));
        String one = pick(names);
        String other = pick(names);
        if (chance(30) && !one.equals(other)) {
            text.append("r1: {kind: APART, vms: [%s, %s]}, ".formatted(one, other));
        }
        if (chance(25)) {
            text.append("r2: {kind: %s, mandatory: %s, vm_group: g, host_group: hg}"
                    .formatted(pick(List.of("ON_HOSTS", "NOT_ON_HOSTS")), chance(60)));
        }
        return text.append("}\n").toString();
    }
}
