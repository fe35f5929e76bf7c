package io.twinpath.kind.card;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Change;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cards from {@code hardware pci list} and {@code network nic list}. The two are joined by PCI address, because from 8.0 on
 * the PCI list may leave the vmnic's name out, and because some cards have two ports behind one PCI function.
 */
final class CardSsh implements Binding<Card> {

    private static final EsxcliQuery PCI = EsxcliQuery.of("hardware pci list");
    private static final EsxcliQuery NICS = EsxcliQuery.of("network nic list");
    private static final Replies.View<List<PciDevice>> DEVICES = new Replies.View<>(PCI, PciDevice::all);
    private static final Replies.View<List<Nic>> PORTS = new Replies.View<>(NICS, Nic::all);

    private final Catalogue catalogue;

    CardSsh(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<Card> wanted, Replies known) {
        return List.of(PCI, NICS);
    }

    @Override
    public Observed<Card> read(Address address, Optional<Card> wanted, Replies replies) throws UnreadableException {
        if (wanted.isEmpty()) {
            throw new UnreadableException(
                    "Where " + address + " sits is not known: nothing in the spec says slot, PCI address or MAC.");
        }
        List<Nic> nics = replies.view(PORTS);
        List<PciDevice> functions = functions(wanted.orElseThrow(), replies.view(DEVICES), nics);
        return functions.isEmpty()
                ? new Observed.Absent<>()
                : new Observed.Present<>(card(wanted.orElseThrow(), functions, nics));
    }

    /** The PCI functions of the card that is meant, in the order of their addresses. */
    private static List<PciDevice> functions(Card wanted, List<PciDevice> devices, List<Nic> nics) {
        Optional<String> group = wanted.pci()
                .map(PciDevice::groupOf)
                .or(() -> wanted.mac()
                        .flatMap(mac -> nics.stream()
                                .filter(n -> n.mac()
                                        .filter(t -> t.equalsIgnoreCase(mac.text()))
                                        .isPresent())
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

    private Card card(Card wanted, List<PciDevice> functions, List<Nic> nics) {
        PciDevice first = functions.get(0);
        Optional<String> driver = nics.stream()
                .filter(n -> functions.stream().anyMatch(f -> f.hasPort(n)))
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
                ports(functions, nics));
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
    private static List<PortRef> ports(List<PciDevice> functions, List<Nic> nics) {
        List<PortRef> ports = new ArrayList<>();
        for (PciDevice function : functions) {
            TreeMap<Integer, PortRef> here = new TreeMap<>();
            nics.stream()
                    .filter(function::hasPort)
                    .flatMap(n -> n.name().stream())
                    .forEach(n -> put(n, here));
            if (here.isEmpty()) {
                function.kernelName().ifPresent(n -> put(n, here));
            }
            if (here.isEmpty()) {
                break;
            }
            ports.addAll(here.values());
        }
        return ports;
    }

    private static void put(String name, Map<Integer, PortRef> into) {
        if (PortRef.VMNIC.matcher(name).matches()) {
            int digits = name.startsWith("vusb") ? "vusb".length() : "vmnic".length();
            into.put(Integer.parseInt(name, digits, name.length(), 10), new PortRef.Vmnic(name));
        }
    }

    @Override
    public List<Query> census() {
        return List.of(PCI, NICS);
    }

    /**
     * By PCI address: every device with a port, and network controllers that no driver took. Looked for by slot where the
     * slot has one card only, because a card that comes in its place is meant as well.
     */
    @Override
    public Map<Address, Optional<Card>> found(Scope.Host host, Replies replies) throws UnreadableException {
        List<Nic> nics = replies.view(PORTS);
        List<PciDevice> devices = replies.view(DEVICES);
        Map<Address, Optional<Card>> found = new LinkedHashMap<>();
        for (PciDevice device : devices) {
            boolean card =
                    (device.network() && !device.virtual()) || nics.stream().anyMatch(device::hasPort);
            if (card && !device.bridge()) {
                found.putIfAbsent(address(host, device), Optional.of(at(device, devices)));
            }
        }
        return found;
    }

    private static Optional<String> ownSlot(PciDevice device, List<PciDevice> devices) {
        return device.slot()
                .filter(slot -> devices.stream()
                        .filter(other -> !other.bridge() && other.slot().equals(device.slot()))
                        .allMatch(other -> other.group().equals(device.group())));
    }

    private static Address address(Scope.Host host, PciDevice device) throws UnreadableException {
        if (!Names.isObject(device.group())) {
            throw new UnreadableException("\"" + PCI + "\" names a device in characters that cannot be shown.");
        }
        return new Address("card", host, device.group());
    }

    private Card at(PciDevice device, List<PciDevice> devices) {
        Optional<String> slot = ownSlot(device, devices);
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

    /** No command puts a card into a host. */
    @Override
    public List<Command> script(Change<Card> change) {
        return List.of();
    }
}
