package io.twinpath.kind.vm;

import io.twinpath.driver.vim.Node;
import java.util.Optional;

/**
 * The edit of a network adapter. The device is sent as it was read, with its key, its label and its controller: what is left
 * out of it some servers take away.
 */
final class AdapterWords {

    private AdapterWords() {}

    static Node edit(String label, VmFacts facts, String network) {
        VmFacts.Adapter adapter =
                Optional.ofNullable(facts.adapters().get(label)).orElseThrow();
        return Node.object(
                "deviceChange",
                "VirtualDeviceConfigSpec",
                Node.plain("operation", "VirtualDeviceConfigSpecOperation", "edit"),
                Node.build("device", adapter.type())
                        .put(Node.number("key", adapter.key()))
                        .put(Node.object(
                                "deviceInfo",
                                "Description",
                                Node.string("label", label),
                                Node.string("summary", adapter.summary())))
                        .put(backing(Optional.ofNullable(facts.ports().get(network)), network))
                        .put(connectable(adapter))
                        .put(adapter.pciSlot()
                                .map(s -> Node.object(
                                        "slotInfo", "VirtualDevicePciBusSlotInfo", Node.number("pciSlotNumber", s))))
                        .put(adapter.controller().map(c -> Node.number("controllerKey", c)))
                        .put(adapter.unit().map(u -> Node.number("unitNumber", u)))
                        .put(adapter.addressType().map(t -> Node.string("addressType", t)))
                        .put(adapter.mac().map(m -> Node.string("macAddress", m)))
                        .put(adapter.wakeOnLan().map(w -> Node.flag("wakeOnLanEnabled", w)))
                        .end());
    }

    private static Node backing(Optional<VmFacts.Port> port, String network) {
        return port.map(p -> Node.object(
                        "backing",
                        "VirtualEthernetCardDistributedVirtualPortBackingInfo",
                        Node.object(
                                "port",
                                "DistributedVirtualSwitchPortConnection",
                                Node.string("switchUuid", p.switchUuid()),
                                Node.string("portgroupKey", p.groupKey()))))
                .orElseGet(() -> Node.object(
                        "backing", "VirtualEthernetCardNetworkBackingInfo", Node.string("deviceName", network)));
    }

    private static Optional<Node> connectable(VmFacts.Adapter adapter) {
        return adapter.startConnected()
                .map(start -> Node.object(
                        "connectable",
                        "VirtualDeviceConnectInfo",
                        Node.flag("startConnected", start),
                        Node.flag("allowGuestControl", adapter.guestControl().orElse(true)),
                        Node.flag("connected", adapter.connected().orElse(start))));
    }
}
