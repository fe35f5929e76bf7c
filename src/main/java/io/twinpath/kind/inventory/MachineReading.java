package io.twinpath.kind.inventory;

import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.inventory.Machine.LatencySensitivity;
import io.twinpath.kind.inventory.Machine.Power;
import io.twinpath.kind.inventory.Machine.Prevents;
import io.twinpath.kind.inventory.Machine.Tie;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One virtual machine in the words of {@code VirtualMachineConfigInfo}. */
final class MachineReading {

    static final InventoryQuery MACHINES = InventoryQuery.of(
            "VirtualMachine",
            "name",
            "datastore",
            "runtime.host",
            "runtime.powerState",
            "config.instanceUuid",
            "config.hardware.numCPU",
            "config.hardware.memoryMB",
            "config.hardware.device",
            "config.cpuAllocation.reservation",
            "config.memoryAllocation.reservation",
            "config.cpuAffinity",
            "config.files.vmPathName",
            "config.swapPlacement",
            "config.latencySensitivity",
            "config.extraConfig");

    /** Begins of the keys that bear on where a machine can run; of the hundreds of others most are the server's own. */
    private static final List<String> TELLING =
            List.of("sched.", "numa.", "migrate.", "cpuid.", "monitor_control.", "latency.", "pciPassthru");

    private static final Pattern FILE = Pattern.compile("\\[([^]]+)].*", Pattern.DOTALL);
    private static final String ON_HOST = "hostLocal";

    private final Register hosts;
    private final Register datastores;
    private final Map<Ref, String> networks;
    private final Map<String, String> groups;

    /** Where machines of a host swap unless they say otherwise, by the host's cluster. */
    private final Map<Ref, String> swaps = new HashMap<>();

    /** @param groups names of distributed port groups by key */
    MachineReading(
            Register hosts,
            Register clusters,
            Register datastores,
            Map<Ref, String> networks,
            Map<String, String> groups) {
        this.hosts = hosts;
        this.datastores = datastores;
        this.networks = networks;
        this.groups = groups;
        clusters.names()
                .forEach((ref, name) -> Optional.ofNullable(clusters.objects().get(name))
                        .flatMap(c -> c.text("configurationEx", "vmSwapPlacement"))
                        .ifPresent(placement -> swaps.put(ref, placement)));
    }

    Machine machine(Node node) throws UnreadableException {
        Optional<Power> power = node.text("runtime.powerState").flatMap(MachineReading::power);
        boolean runs = power.filter(p -> p == Power.OFF).isEmpty();
        Optional<String> host = hosts.name(node.ref("runtime.host"));
        Optional<String> home = node.text("config.files.vmPathName").flatMap(path -> datastore(node, path));
        Devices devices = new Devices(items(node, "config.hardware.device"), runs, this::datastore, this::network);
        List<Tie> ties = new ArrayList<>(devices.ties());
        if (node.child("config.cpuAffinity")
                .filter(a -> !a.all("affinitySet").isEmpty())
                .isPresent()) {
            ties.add(new Tie(Prevents.MOVE, "It is bound to processors of its host (CPU affinity)."));
        }
        return new Machine(
                node.child("config.hardware.memoryMB").isPresent(),
                host,
                power,
                node.number("config.hardware.numCPU")
                        .filter(n -> n > 0 && n <= Integer.MAX_VALUE)
                        .map(Long::intValue),
                node.number("config.hardware.memoryMB").filter(n -> n >= 0).map(Mebibytes::new),
                node.number("config.cpuAllocation.reservation")
                        .filter(n -> n >= 0)
                        .map(Megahertz::new),
                node.number("config.memoryAllocation.reservation")
                        .filter(n -> n >= 0)
                        .map(Mebibytes::new),
                devices.disks(),
                devices.images(),
                home,
                swap(node, host, home),
                devices.networks(),
                ties,
                node.text("config.latencySensitivity", "level").flatMap(MachineReading::latency),
                advanced(node));
    }

    private static Optional<Power> power(String word) {
        return switch (word) {
            case "poweredOn" -> Optional.of(Power.ON);
            case "poweredOff" -> Optional.of(Power.OFF);
            case "suspended" -> Optional.of(Power.SUSPENDED);
            default -> Optional.empty();
        };
    }

    private static Optional<LatencySensitivity> latency(String word) {
        return switch (word) {
            case "low" -> Optional.of(LatencySensitivity.LOW);
            case "normal" -> Optional.of(LatencySensitivity.NORMAL);
            case "medium" -> Optional.of(LatencySensitivity.MEDIUM);
            case "high" -> Optional.of(LatencySensitivity.HIGH);
            default -> Optional.empty();
        };
    }

    /** With its configuration, unless it or its cluster says: on the host's own datastore for that, where it has one. */
    private Optional<String> swap(Node node, Optional<String> host, Optional<String> home) {
        Optional<Node> on = host.map(hosts.objects()::get);
        String own = node.text("config.swapPlacement").orElse("inherit");
        String placement = own.equals("inherit")
                ? on.flatMap(h -> h.ref("parent")).map(swaps::get).orElse("")
                : own;
        return placement.equals(ON_HOST)
                ? datastores
                        .name(on.flatMap(h -> h.ref("config.localSwapDatastore")))
                        .or(() -> home)
                : home;
    }

    /** Of several datastores of a name the one that the machine has. */
    private Optional<String> datastore(Node machine, String path) {
        Matcher m = FILE.matcher(path);
        if (!m.matches()) {
            return Optional.empty();
        }
        String plain = m.group(1);
        if (datastores.objects().containsKey(plain)) {
            return Optional.of(plain);
        }
        return items(machine, "datastore").stream()
                .flatMap(d -> datastores.name(d.ref()).stream())
                .filter(name -> name.startsWith(plain + " ["))
                .findFirst();
    }

    /** Where the file behind a device lies. */
    private Optional<String> datastore(Node backing) {
        return datastores
                .name(backing.ref("datastore"))
                .or(() -> backing.text("fileName")
                        .map(FILE::matcher)
                        .filter(Matcher::matches)
                        .map(m -> m.group(1)));
    }

    /** What an adapter is attached to; of what has no name, the server's own key, which no host's list has. */
    private Optional<String> network(Node backing) {
        return backing.text("port", "portgroupKey")
                .map(key -> groups.getOrDefault(key, key))
                .or(() -> backing.ref("network").map(networks::get))
                .or(() -> backing.text("deviceName"))
                .or(() -> backing.text("opaqueNetworkId"));
    }

    /** A setting that is there twice counts as servers read it: the last. */
    private static Map<String, String> advanced(Node node) {
        Map<String, String> advanced = new TreeMap<>();
        for (Node option : items(node, "config.extraConfig")) {
            String key = option.text("key").orElse("");
            if (TELLING.stream().anyMatch(key::startsWith)) {
                advanced.put(key, option.text("value").orElse(""));
            }
        }
        advanced.values().removeIf(String::isEmpty);
        return advanced;
    }

    private static List<Node> items(Node object, String property) {
        return object.child(property).map(Node::items).orElseGet(List::of);
    }
}
