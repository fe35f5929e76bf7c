package io.twinpath.kind.inventory;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.inventory.Machine.Prevents;
import io.twinpath.kind.inventory.Machine.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the devices of a virtual machine mean for where it can run. */
final class Devices {

    /** Backings that are a device of the host, by what people call that. */
    private static final Map<String, String> OF_HOST = Map.of(
            "VirtualCdromAtapiBackingInfo", "the host's CD drive",
            "VirtualCdromPassthroughBackingInfo", "the host's CD drive",
            "VirtualFloppyDeviceBackingInfo", "the host's floppy drive",
            "VirtualSerialPortDeviceBackingInfo", "a serial port of the host",
            "VirtualParallelPortDeviceBackingInfo", "a parallel port of the host",
            "VirtualSCSIPassthroughDeviceBackingInfo", "a SCSI device of the host",
            "VirtualUSBUSBBackingInfo", "a USB device of the host");

    /** One device of the host, and no other like it, as dynamic DirectPath and shared graphics would take. */
    private static final String ONE_DEVICE = "VirtualPCIPassthroughDeviceBackingInfo";

    private final boolean runs;
    private final Function<Node, Optional<String>> datastore;
    private final Function<Node, Optional<String>> network;
    private final Map<String, String> disks = new TreeMap<>();
    private final Map<String, String> images = new TreeMap<>();
    private final SortedSet<String> networks = new TreeSet<>();
    private final List<Tie> ties = new ArrayList<>();

    /**
     * @param datastore of a backing
     * @param network of a backing
     */
    Devices(
            List<Node> devices,
            boolean runs,
            Function<Node, Optional<String>> datastore,
            Function<Node, Optional<String>> network)
            throws UnreadableException {
        this.runs = runs;
        this.datastore = datastore;
        this.network = network;
        for (Node device : devices) {
            Optional<Node> backing = device.child("backing");
            if (backing.isPresent()) {
                add(device, backing.orElseThrow());
            }
        }
    }

    private void add(Node device, Node backing) throws UnreadableException {
        String label = device.text("deviceInfo", "label").orElse(device.type());
        switch (device.type()) {
            case "VirtualDisk" -> datastore.apply(backing).ifPresent(d -> disks.put(label, d));
            case "VirtualPCIPassthrough" -> ties.add(passedThrough(label, backing));
            default -> {
                if (device.type().equals("VirtualSriovEthernetCard")) {
                    ties.add(new Tie(Prevents.START, label + " is a PCI device of the host that is passed through."));
                }
                if (connected(device)) {
                    connected(device, label, backing);
                }
            }
        }
    }

    private static Tie passedThrough(String label, Node backing) {
        boolean one = backing.type().equals(ONE_DEVICE);
        return new Tie(
                one ? Prevents.START : Prevents.MOVE, label + " is a PCI device of the host that is passed through.");
    }

    private void connected(Node device, String label, Node backing) {
        if (adapter(device)) {
            network.apply(backing).filter(n -> !n.isEmpty()).ifPresent(name -> networks.add(name));
        } else if (OF_HOST.containsKey(backing.type())) {
            ties.add(new Tie(
                    Prevents.MOVE, label + " is connected to " + OF_HOST.get(backing.type()) + ": disconnect it."));
        } else {
            datastore.apply(backing).ifPresent(d -> images.put(label, d));
        }
    }

    private static boolean adapter(Node device) {
        return device.child("macAddress").isPresent()
                || device.child("addressType").isPresent();
    }

    /** Now, or of a machine that is off, when it starts. A device that cannot be disconnected is connected. */
    private boolean connected(Node device) throws UnreadableException {
        return device.flag("connectable", runs ? "connected" : "startConnected").orElse(true);
    }

    Map<String, String> disks() {
        return disks;
    }

    Map<String, String> images() {
        return images;
    }

    SortedSet<String> networks() {
        return networks;
    }

    List<Tie> ties() {
        return ties;
    }
}
