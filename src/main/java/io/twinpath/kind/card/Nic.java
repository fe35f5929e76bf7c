package io.twinpath.kind.card;

import io.twinpath.driver.esxcli.Row;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.Mac;
import java.util.List;
import java.util.Optional;

/**
 * A port of a host as far as it tells which card it belongs to.
 *
 * @param name the VMkernel's name for the port
 * @param address of the PCI function that it belongs to, in the form of {@link PciDevice#address}
 * @param mac as it is printed
 * @param driver the name of the driver
 */
record Nic(Optional<String> name, Optional<String> address, Optional<String> mac, Optional<String> driver) {

    static List<Nic> all(List<Row> rows) {
        return rows.stream().map(Nic::of).toList();
    }

    /** One line of {@code network nic list}. */
    private static Nic of(Row row) {
        return new Nic(
                row.text("Name"),
                row.text("PCI Device").map(PciDevice::normal),
                row.text("MAC Address"),
                row.text("Driver"));
    }

    /** One of {@code config.network.pnic}. */
    static Nic of(Node pnic) {
        return new Nic(
                pnic.text("device"),
                pnic.text("pci").map(PciDevice::normal),
                pnic.text("mac"),
                pnic.text("driver").filter(d -> !d.isEmpty()));
    }

    boolean has(Mac wanted) {
        return mac.filter(wanted.text()::equalsIgnoreCase).isPresent();
    }
}
