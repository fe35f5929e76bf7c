package io.twinpath.kind.card;

import io.twinpath.model.Desired;
import io.twinpath.model.Mac;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.List;
import java.util.Optional;

/**
 * A network card: which model is expected where. It is found by exactly one of slot, PCI address and MAC.
 *
 * @param address where it was found: segment, bus and device, such as {@code 0000:04:00}
 * @param id vendor and device number of its first function
 * @param subsystem vendor and device number of the subsystem
 * @param driver of its first port; empty when no driver took it
 * @param ports vmnicN in the order of PCI functions; ends at the first port without a name
 */
public record Card(
        @Doc("The name of the model in the hardware catalogue, such as broadcom-57810.")
        String model,

        @Doc("The number of the slot that it sits in, as printed on the board.")
        Optional<String> slot,

        @Doc("Its PCI address, with or without function: 0000:01:00.")
        Optional<String> pci,

        @Doc("The MAC address of one of its ports.") Optional<Mac> mac,
        @FoundOnly Optional<String> address,
        @FoundOnly Optional<PciId> id,
        @FoundOnly Optional<PciId> subsystem,
        @FoundOnly Optional<String> driver,
        @FoundOnly List<PortRef> ports)
        implements Desired {

    public Card {
        ports = List.copyOf(ports);
    }
}
