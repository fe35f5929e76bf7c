package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.CardModel;
import io.twinpath.lab.site.Hardware;
import io.twinpath.lab.site.Nic;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** The PCI functions of a host's cards, as {@code hardware.pciDevice} lists them; slots are told by later releases only. */
final class PciDevices {

    private static final int ETHERNET = 0x0200;
    private static final int HEX = 16;

    private PciDevices() {}

    static Listing of(HostContext at) {
        Map<String, Nic> functions = new LinkedHashMap<>();
        Hardware.ports(at.name(), at.host()).forEach(n -> functions.putIfAbsent(n.address(), n));
        return Listing.of("HostPciDevice", functions.values().stream().map(n -> device(at, n)));
    }

    private static Data device(HostContext at, Nic nic) {
        CardModel model = nic.model();
        int function = Integer.parseInt(nic.address().substring(nic.address().indexOf('.') + 1));
        Data device = Data.of("HostPciDevice")
                .text("id", nic.address())
                .put("classId", number(ETHERNET))
                .put("bus", tiny(Integer.parseInt(nic.address().substring(5, 7), HEX)))
                .put("slot", tiny(0));
        if (at.host().release.atLeast(8, 0) && nic.slot().matches("[0-9]{1,4}")) {
            device.number("physicalSlot", Integer.parseInt(nic.slot()));
        }
        return device.put("function", tiny(function))
                .put("vendorId", number(model.vendor()))
                .put("subVendorId", number(model.subVendor()))
                .text("vendorName", model.vendorName())
                .put("deviceId", number(model.device()))
                .put("subDeviceId", number(model.subDevice()))
                .text("deviceName", model.deviceName())
                .unset("physicalSlot slotDescription parentBridge directPathInfo");
    }

    /** Sixteen bits with a sign, as the API has them. */
    private static Scalar number(int value) {
        return Scalar.of("xsd:short", (short) value);
    }

    private static Scalar tiny(int value) {
        return Scalar.of("xsd:byte", (byte) value);
    }
}
