package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Failover;
import io.twinpath.lab.site.FailoverOrder;
import io.twinpath.lab.site.Ipv4;
import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.Nic;
import io.twinpath.lab.site.Vmk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code iscsi networkportal …}: port binding, and its two other views. */
final class IscsiPortalCommands {

    private static final Option VMK =
            Option.text("n", "nic", "The VMkernel interface to bind.").needed();
    private static final Option FORCE = Option.bool("f", "force", "Bind although it is not compliant.");

    static final List<Command> TABLE = List.of(
            read(
                    "iscsi networkportal list",
                    "List the bound VMkernel interfaces.",
                    IscsiPortalCommands::list,
                    IscsiAdapterCommands.MAYBE),
            write(
                    "iscsi networkportal add",
                    "Bind a VMkernel interface to an adapter.",
                    IscsiPortalCommands::add,
                    IscsiAdapterCommands.ADAPTER,
                    FORCE,
                    VMK),
            write(
                    "iscsi networkportal remove",
                    "Unbind a VMkernel interface.",
                    IscsiPortalCommands::remove,
                    IscsiAdapterCommands.ADAPTER,
                    FORCE,
                    VMK),
            read(
                    "iscsi logicalnetworkportal list",
                    "List the interfaces that could be bound.",
                    IscsiPortalCommands::logical,
                    IscsiAdapterCommands.MAYBE),
            read(
                    "iscsi physicalnetworkportal list",
                    "List the uplinks that an adapter could use.",
                    IscsiPortalCommands::physical,
                    IscsiAdapterCommands.MAYBE));

    private static final String REMEDY =
            "The VMkernel interface must have exactly one active uplink and no standby uplinks.";

    private IscsiPortalCommands() {}

    private static Output list(HostView host, Arguments arguments) {
        return Output.records(IscsiAdapterCommands.listed(host, arguments).stream()
                .flatMap(i -> i.bound.stream().map(b -> record(host, i, b)))
                .toList());
    }

    private static Structure record(HostView host, Iscsi iscsi, String name) {
        Vmk vmk = host.vmk(name);
        boolean compliant = host.paths().compliant(name);
        Optional<Nic> nic = Failover.of(host.host(), vmk.portGroup).flatMap(host::firstActive);
        boolean up = nic.filter(host::linkUp).isPresent();
        String message = compliant ? "" : "The VMkernel interface has standby or several active uplinks.";
        return Structure.of("IscsiNetworkPortal", iscsi.adapter)
                .with("Adapter", iscsi.adapter)
                .with("Vmknic", name)
                .with("MAC Address", nic.map(Nic::mac).orElse(host.mac(name)))
                .with("MAC Address Valid", true)
                .with("IPv4", vmk.address())
                .with("IPv4 Subnet Mask", vmk.ip.isEmpty() ? "" : Ipv4.text(Ipv4.mask(Ipv4.prefix(vmk.ip))))
                .with("IPv6", "")
                .with("MTU", vmk.mtu)
                .with("Vlan Supported", true)
                .with("Vlan ID", host.portGroup(vmk.portGroup).vlan)
                .with("Reserved Ports", "63488~65536")
                .with("TOE", false)
                .with("TSO", true)
                .with("TCP Checksum", false)
                .with("Link Up", up)
                .with("Current Speed", up ? nic.orElseThrow().model().speed() : 0)
                .with("Rx Packets", 0)
                .with("Tx Packets", 0)
                .with("NIC Driver", nic.map(Nic::driver).orElse(""))
                .with("NIC Driver Version", nic.isPresent() ? "1.0.86.0" : "")
                .with("NIC Firmware Version", nic.isPresent() ? "7.15.97" : "")
                .with("Compliant Status", compliant ? "compliant" : "non-compliant")
                .with("NonCompliant Message", message)
                .with("NonCompliant Remedy", compliant ? "" : REMEDY)
                .with("Vswitch", vswitchName(host, vmk))
                .with("PortGroup", vmk.portGroup)
                .with("VswitchUuid", "")
                .with("PortGroupKey", "")
                .with("PortKey", "")
                .with("Duplex", "");
    }

    private static Output add(HostView host, Arguments arguments) {
        Iscsi iscsi = IscsiAdapterCommands.adapter(host, arguments);
        String name = arguments.text("nic");
        host.vmk(name);
        if (iscsi.bound.contains(name)) {
            throw new Fault("Unable to add network portal: " + name + " is bound already");
        }
        if (!host.paths().compliant(name) && !arguments.bool("force", false)) {
            throw new Fault("Unable to add network portal: " + name + " is not compliant. " + REMEDY);
        }
        iscsi.bound.add(name);
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments) {
        Iscsi iscsi = IscsiAdapterCommands.adapter(host, arguments);
        String name = arguments.text("nic");
        if (!iscsi.bound.remove(name)) {
            throw new Fault("Unable to remove network portal: " + name + " is not bound");
        }
        return Output.nothing();
    }

    private static Output logical(HostView host, Arguments arguments) {
        return Output.table(IscsiAdapterCommands.listed(host, arguments).stream()
                .flatMap(i -> host.host().vmkernel.keySet().stream()
                        .map(v -> Structure.of("LogicalNetworkPortal")
                                .with("Adapter", i.adapter)
                                .with("Vmknic", v)
                                .with("MAC Address", host.mac(v))
                                .with("MAC Address Valid", true)
                                .with("Compliant", host.paths().compliant(v))))
                .toList());
    }

    private static Output physical(HostView host, Arguments arguments) {
        return Output.table(IscsiAdapterCommands.listed(host, arguments).stream()
                .flatMap(i -> nics(host)
                        .map(n -> Structure.of("PhysicalNetworkPortal")
                                .with("Adapter", i.adapter)
                                .with("Vmnic", n.name())
                                .with("MAC Address", n.mac())
                                .with("MAC Address Valid", true)
                                .with(
                                        "Current Speed",
                                        host.linkUp(n) ? n.model().speed() : 0)
                                .with("Max Speed", n.model().speed())
                                .with("Max Frame Size", 9000)))
                .toList());
    }

    /** The uplinks behind any VMkernel interface. */
    private static Stream<Nic> nics(HostView host) {
        return host.host().vmkernel.values().stream()
                .flatMap(v -> Failover.of(host.host(), v.portGroup).stream())
                .map(FailoverOrder::active)
                .flatMap(List::stream)
                .distinct()
                .flatMap(u -> host.nic(u).stream());
    }

    private static String vswitchName(HostView host, Vmk vmk) {
        return host.host().vswitches.entrySet().stream()
                .filter(e -> e.getValue().portGroups.containsKey(vmk.portGroup))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
