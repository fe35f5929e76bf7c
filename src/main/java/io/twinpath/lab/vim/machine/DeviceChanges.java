package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Adapter;
import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.HostDevice;
import io.twinpath.lab.site.VirtualDisk;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The device changes of one request: adapters and drives are edited, added and taken out; disks grow. An edit carries the
 * whole device with its key.
 */
final class DeviceChanges {

    private static final long KB_PER_MIB = 1024;

    private final World world;
    private final Vm vm;
    private final List<Element> changes;

    DeviceChanges(World world, Vm vm, List<Element> changes) {
        this.world = world;
        this.vm = vm;
        this.changes = changes;
    }

    void check() {
        for (int i = 0; i < changes.size(); i++) {
            String path = "spec.deviceChange[" + i + "]";
            Element device = changes.get(i).required("device");
            switch (operation(i)) {
                case "add" -> added(device, path);
                case "edit" -> edited(device, path);
                case "remove" -> {
                    if (byKey(vm.adapters, device).isEmpty()
                            && byKey(vm.devices, device).isEmpty()) {
                        throw Faults.invalidArgument(path + ".device.key");
                    }
                }
                default -> throw Faults.invalidArgument(path + ".operation");
            }
        }
    }

    void write() {
        for (int i = 0; i < changes.size(); i++) {
            Element device = changes.get(i).required("device");
            switch (operation(i)) {
                case "add" -> vm.adapters.put(label(), into(new Adapter(), device));
                case "edit" -> edit(device);
                default -> {
                    byKey(vm.adapters, device).ifPresent(vm.adapters::remove);
                    byKey(vm.devices, device).ifPresent(vm.devices::remove);
                }
            }
        }
    }

    private String operation(int index) {
        return changes.get(index).text("operation").orElse("edit");
    }

    private void added(Element device, String path) {
        if (!device.type().matches("Virtual(Vmxnet3?|E1000e?|PCNet32)")) {
            throw Faults.notSupported();
        }
        network(device, path);
    }

    private void edited(Element device, String path) {
        if (byKey(vm.adapters, device).isPresent()) {
            network(device, path);
        } else if (byKey(vm.disks, device).isPresent()) {
            VirtualDisk disk = vm.disks.get(byKey(vm.disks, device).orElseThrow());
            if (disk != null && capacity(device).orElse(disk.sizeMib) < disk.sizeMib) {
                throw Faults.invalidArgument(path + ".device.capacityInKB");
            }
        } else if (byKey(vm.devices, device).isEmpty()) {
            throw Faults.invalidArgument(path + ".device.key");
        }
    }

    private void network(Element device, String path) {
        Optional<Element> backing = device.child("backing");
        if (backing.isPresent() && named(backing.orElseThrow()).isEmpty()) {
            throw Faults.invalidArgument(path + ".device.backing");
        }
    }

    private void edit(Element device) {
        byKey(vm.adapters, device).map(vm.adapters::get).ifPresent(a -> into(a, device));
        byKey(vm.disks, device)
                .map(vm.disks::get)
                .ifPresent(d -> d.sizeMib = capacity(device).orElse(d.sizeMib));
        byKey(vm.devices, device)
                .map(vm.devices::get)
                .ifPresent(d -> device.flag("connectable", "connected").ifPresent(c -> d.connected = c));
    }

    private Adapter into(Adapter adapter, Element device) {
        device.child("backing").flatMap(this::named).ifPresent(n -> adapter.network = n);
        device.flag("connectable", "connected").ifPresent(c -> adapter.connected = c);
        device.text("macAddress").filter(m -> !m.isEmpty()).ifPresent(m -> adapter.mac = m);
        if (device.type().startsWith("Virtual")) {
            adapter.model = device.type().substring("Virtual".length());
        }
        return adapter;
    }

    /** The network that a backing names, if the host of the machine has it. */
    private Optional<String> named(Element backing) {
        Optional<String> distributed = backing.child("port")
                .flatMap(p -> Networks.named(
                        world, p.need("switchUuid"), p.text("portgroupKey").orElse("")));
        return distributed
                .or(() -> backing.text("deviceName").filter(n -> !n.isEmpty()))
                .or(() -> backing.ref("network").flatMap(world::key))
                .filter(n -> new Effects(world.site()).network(vm.host, n));
    }

    private String label() {
        int number = 1;
        while (vm.adapters.containsKey("Network adapter " + number)) {
            number++;
        }
        return "Network adapter " + number;
    }

    private static Optional<Long> capacity(Element device) {
        return device.large("capacityInKB").map(k -> k / KB_PER_MIB);
    }

    private static Optional<String> byKey(Map<String, ?> devices, Element device) {
        int key = device.number("key").orElseThrow(() -> Faults.invalidArgument("spec.deviceChange.device.key"));
        return devices.entrySet().stream()
                .filter(e -> key(e.getValue()) == key)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static int key(Object device) {
        return switch (device) {
            case Adapter a -> a.key;
            case VirtualDisk d -> d.key;
            case HostDevice h -> h.key;
            default -> -1;
        };
    }
}
