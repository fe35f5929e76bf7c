package io.twinpath.kind.vm;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Vim;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The disks and network adapters of a virtual machine, by their labels.
 *
 * @param networks the port group of each adapter, where it has one
 */
record Devices(
        Map<String, Disk> disks,
        Map<String, Size> sizes,
        Map<String, String> networks,
        Map<String, VmFacts.Adapter> adapters) {

    static final Devices NONE = new Devices(Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * How much of a datastore a disk takes.
     *
     * @param bytes at most, where the server tells; nothing of one that is on a device of its own
     * @param thin whether it takes less as long as not all of it is written
     */
    record Size(Optional<Long> bytes, boolean thin) {}

    private static final Pattern FILE = Pattern.compile("\\[([^]]+)].*", Pattern.DOTALL);

    Devices {
        disks = Collections.unmodifiableMap(disks);
        sizes = Map.copyOf(sizes);
        networks = Collections.unmodifiableMap(networks);
        adapters = Collections.unmodifiableMap(adapters);
    }

    static Devices of(Node config, Replies replies) throws UnreadableException {
        Map<String, Disk> disks = new LinkedHashMap<>();
        Map<String, Size> sizes = new LinkedHashMap<>();
        Map<String, String> networks = new LinkedHashMap<>();
        Map<String, VmFacts.Adapter> adapters = new LinkedHashMap<>();
        List<Node> devices =
                config.child("config.hardware.device").map(Node::items).orElseGet(List::of);
        for (Node device : devices) {
            String label = device.text("deviceInfo", "label").orElse("");
            if (device.type().equals("VirtualDisk")) {
                disks.put(label, new Disk(datastore(device), Vim.integer(device, "key")));
                sizes.put(label, size(device));
            } else if (device.child("macAddress").isPresent()
                    || device.child("addressType").isPresent()) {
                adapters.put(label, adapter(device));
                Optional<String> network = network(device, replies);
                network.ifPresent(n -> networks.put(label, n));
            }
        }
        return new Devices(disks, sizes, networks, adapters);
    }

    /** A disk's file is written {@code [datastore] folder/file.vmdk}. */
    private static Optional<String> datastore(Node disk) {
        return disk.text("backing", "fileName")
                .map(FILE::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1));
    }

    private static Size size(Node disk) throws UnreadableException {
        if (disk.child("backing").filter(b -> b.type().contains("RawDisk")).isPresent()) {
            return new Size(Optional.of(0L), false);
        }
        Optional<Long> bytes = disk.number("capacityInBytes");
        return new Size(
                bytes.isPresent() ? bytes : disk.number("capacityInKB").map(kb -> kb << 10),
                disk.flag("backing", "thinProvisioned").orElse(false));
    }

    private static Optional<String> network(Node device, Replies replies) throws UnreadableException {
        Optional<String> key = device.text("backing", "port", "portgroupKey");
        if (key.isEmpty()) {
            return device.text("backing", "deviceName");
        }
        for (Node group : replies.has(Vim.PORT_GROUPS) ? replies.objects(Vim.PORT_GROUPS) : List.<Node>of()) {
            if (group.text("key").equals(key)) {
                return Optional.of(Vim.name(group));
            }
        }
        return Optional.empty();
    }

    private static VmFacts.Adapter adapter(Node device) throws UnreadableException {
        return new VmFacts.Adapter(
                device.type(),
                Vim.integer(device, "key").orElseThrow(() -> new UnreadableException("A device has no key.")),
                device.text("deviceInfo", "summary").orElse(""),
                Vim.integer(device, "slotInfo", "pciSlotNumber"),
                Vim.integer(device, "controllerKey"),
                Vim.integer(device, "unitNumber"),
                device.text("addressType"),
                device.text("macAddress"),
                device.flag("wakeOnLanEnabled"),
                device.flag("connectable", "connected"),
                device.flag("connectable", "startConnected"),
                device.flag("connectable", "allowGuestControl"));
    }
}
