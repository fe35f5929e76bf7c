package io.twinpath.evacuate;

import io.twinpath.driver.vim.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the devices of a virtual machine mean for leaving its host.
 *
 * @param disks the datastores of disks and of images in drives, by label
 * @param ties devices that are the host's own, as full sentences
 */
record Devices(SortedMap<String, String> disks, List<String> ties) {

    private static final Pattern FILE = Pattern.compile("\\[([^]]+)].*", Pattern.DOTALL);

    /** Backings that are a device of the host, by what people call that. */
    private static final Map<String, String> OF_HOST = Map.of(
            "VirtualCdromAtapiBackingInfo", "the host's CD drive",
            "VirtualCdromPassthroughBackingInfo", "the host's CD drive",
            "VirtualFloppyDeviceBackingInfo", "the host's floppy drive",
            "VirtualSerialPortDeviceBackingInfo", "a serial port of the host",
            "VirtualParallelPortDeviceBackingInfo", "a parallel port of the host",
            "VirtualSCSIPassthroughDeviceBackingInfo", "a SCSI device of the host",
            "VirtualUSBUSBBackingInfo", "a USB device of the host");

    static Devices of(List<Node> devices, boolean running) {
        SortedMap<String, String> disks = new TreeMap<>();
        List<String> ties = new ArrayList<>();
        for (Node device : devices) {
            String label = device.text("deviceInfo", "label").orElse(device.type());
            String backing = device.child("backing").map(Node::type).orElse("");
            boolean drive = device.type().equals("VirtualDisk");
            boolean connected = device.text("connectable", "connected").equals(Optional.of("true"));
            if (device.type().equals("VirtualPCIPassthrough") || device.type().equals("VirtualSriovEthernetCard")) {
                ties.add(label + " is a PCI device of the host that is passed through.");
            } else if (running && connected && OF_HOST.containsKey(backing)) {
                ties.add(label + " is connected to " + OF_HOST.get(backing) + ": disconnect it.");
            }
            if (drive || (running && connected)) {
                datastore(device).ifPresent(d -> disks.put(label, d));
            }
        }
        return new Devices(disks, ties);
    }

    private static Optional<String> datastore(Node device) {
        return device.text("backing", "fileName")
                .map(FILE::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1));
    }
}
