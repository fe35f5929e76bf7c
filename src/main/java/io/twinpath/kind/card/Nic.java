package io.twinpath.kind.card;

import io.twinpath.driver.esxcli.Row;
import java.util.List;
import java.util.Optional;

/**
 * One line of {@code network nic list}.
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

    private static Nic of(Row row) {
        return new Nic(
                row.text("Name"),
                row.text("PCI Device").map(PciDevice::normal),
                row.text("MAC Address"),
                row.text("Driver"));
    }
}
