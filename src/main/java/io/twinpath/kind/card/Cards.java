package io.twinpath.kind.card;

import io.twinpath.driver.UnreadableException;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cards among the PCI devices and ports of a host, over whichever transport those were told. The two are joined by PCI
 * address, because a list of devices may leave the vmnic's name out, and because some cards have two ports behind one PCI
 * function.
 */
record Cards(Catalogue catalogue, List<PciDevice> devices, List<Nic> ports) {

    Observed<Card> find(Address address, Optional<Card> wanted) throws UnreadableException {
        if (wanted.isEmpty()) {
            throw new UnreadableException(
                    "Where " + address + " sits is not known: nothing in the spec says slot, PCI address or MAC.");
        }
        List<PciDevice> functions = functions(wanted.orElseThrow());
        return functions.isEmpty()
                ? new Observed.Absent<>()
                : new Observed.Present<>(card(wanted.orElseThrow(), functions));
    }

    /** The PCI functions of the card that is meant, in the order of their addresses. */
    private List<PciDevice> functions(Card wanted) {
        Optional<String> group = wanted.pci()
                .map(PciDevice::groupOf)
                .or(() -> wanted.mac()
                        .flatMap(mac -> ports.stream()
                                .filter(p -> p.has(mac))
                                .findFirst()
                                .flatMap(Nic::address)
                                .map(PciDevice::groupOf)));
        return devices.stream()
                .filter(d -> !d.bridge())
                .filter(d -> group.isPresent()
                        ? d.group().equals(group.orElseThrow())
                        : wanted.slot().isPresent() && wanted.slot().equals(d.slot()))
                .sorted(Comparator.comparing(PciDevice::address))
                .toList();
    }

    private Card card(Card wanted, List<PciDevice> functions) {
        PciDevice first = functions.get(0);
        Optional<String> driver = ports.stream()
                .filter(p -> functions.stream().anyMatch(f -> f.hasPort(p)))
                .findFirst()
                .flatMap(Nic::driver);
        return new Card(
                model(wanted, first.id()),
                wanted.slot(),
                wanted.pci(),
                wanted.mac(),
                Optional.of(first.group()),
                Optional.of(first.id()),
                first.subsystem(),
                driver,
                ports(functions));
    }

    /** The wanted model when its ids have this one, else whatever the catalogue calls it, else the bare id. */
    private String model(Card wanted, PciId id) {
        if (catalogue.model(wanted.model()).filter(m -> m.ids().contains(id)).isPresent()) {
            return wanted.model();
        }
        return catalogued(id);
    }

    private String catalogued(PciId id) {
        for (Map.Entry<String, Catalogue.Model> entry : catalogue.models().entrySet()) {
            if (entry.getValue().ids().contains(id)) {
                return entry.getKey();
            }
        }
        return id.text();
    }

    /** Ends at the first function without a vmnic: what comes after it could not be counted rightly. */
    private List<PortRef> ports(List<PciDevice> functions) {
        List<PortRef> found = new ArrayList<>();
        for (PciDevice function : functions) {
            TreeMap<Integer, PortRef> here = new TreeMap<>();
            ports.stream()
                    .filter(function::hasPort)
                    .flatMap(p -> p.name().stream())
                    .forEach(n -> put(n, here));
            if (here.isEmpty()) {
                function.kernelName().ifPresent(n -> put(n, here));
            }
            if (here.isEmpty()) {
                break;
            }
            found.addAll(here.values());
        }
        return found;
    }

    private static void put(String name, Map<Integer, PortRef> into) {
        if (PortRef.VMNIC.matcher(name).matches()) {
            int digits = name.startsWith("vusb") ? "vusb".length() : "vmnic".length();
            into.put(Integer.parseInt(name, digits, name.length(), 10), new PortRef.Vmnic(name));
        }
    }

    /**
     * By PCI address: every device with a port, and network controllers that no driver took. Looked for by slot where the
     * slot has one card only, because a card that comes in its place is meant as well.
     */
    Map<Address, Optional<Card>> all(Scope.Host host) throws UnreadableException {
        Map<Address, Optional<Card>> found = new LinkedHashMap<>();
        for (PciDevice device : devices) {
            boolean card =
                    (device.network() && !device.virtual()) || ports.stream().anyMatch(device::hasPort);
            if (card && !device.bridge()) {
                found.putIfAbsent(address(host, device), Optional.of(at(device)));
            }
        }
        return found;
    }

    private Optional<String> ownSlot(PciDevice device) {
        return device.slot()
                .filter(slot -> devices.stream()
                        .filter(other -> !other.bridge() && other.slot().equals(device.slot()))
                        .allMatch(other -> other.group().equals(device.group())));
    }

    private static Address address(Scope.Host host, PciDevice device) throws UnreadableException {
        if (!Names.isObject(device.group())) {
            throw new UnreadableException("The host names a PCI device in characters that cannot be shown.");
        }
        return new Address("card", host, device.group());
    }

    private Card at(PciDevice device) {
        Optional<String> slot = ownSlot(device);
        return new Card(
                catalogued(device.id()),
                slot,
                slot.isPresent() ? Optional.empty() : Optional.of(device.group()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
