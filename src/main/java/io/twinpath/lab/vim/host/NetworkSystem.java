package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Nic;
import io.twinpath.lab.site.NicSettings;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.List;
import java.util.Optional;

/** The network of a host: what it shows, and what it can be told. */
record NetworkSystem(HostContext at) implements HostPart {

    @Override
    public Data properties() {
        return Data.of("HostNetworkSystem")
                .lazy("networkInfo", () -> new NetworkInfo(at).data())
                .lazy("dnsConfig", () -> new IpInfo(at).dns(IpInfo.DEFAULT))
                .lazy("ipRouteConfig", () -> new IpInfo(at).gateway(IpInfo.DEFAULT))
                .unset("capabilities networkConfig offloadCapabilities consoleIpRouteConfig value availableField");
    }

    @Override
    public Methods calls() {
        SwitchChanges switches = new SwitchChanges(at);
        VnicChanges vnics = new VnicChanges(at);
        IpChanges ip = new IpChanges(at);
        return Methods.none()
                .does(
                        "AddVirtualSwitch",
                        c -> switches.add(c.text("vswitchName"), c.method().child("spec")))
                .does("UpdateVirtualSwitch", c -> switches.update(c.text("vswitchName"), c.argument("spec")))
                .does("RemoveVirtualSwitch", c -> switches.remove(c.text("vswitchName")))
                .does("AddPortGroup", c -> switches.addGroup(c.argument("portgrp")))
                .does("UpdatePortGroup", c -> switches.updateGroup(c.text("pgName"), c.argument("portgrp")))
                .does("RemovePortGroup", c -> switches.removeGroup(c.text("pgName")))
                .writes("AddVirtualNic", c -> Optional.of(vnics.add(c.text("portgroup"), c.argument("nic"))))
                .does("UpdateVirtualNic", c -> vnics.update(c.text("device"), c.argument("nic")))
                .does("RemoveVirtualNic", c -> vnics.remove(c.text("device")))
                .does(
                        "UpdatePhysicalNicLinkSpeed",
                        c -> linkSpeed(c.text("device"), c.method().child("linkSpeed")))
                .does("UpdateDnsConfig", c -> ip.dns(IpInfo.DEFAULT, c.argument("config")))
                .does("UpdateIpRouteConfig", c -> ip.gateway(IpInfo.DEFAULT, c.argument("config")))
                .does("UpdateIpRouteTableConfig", c -> ip.table(IpInfo.DEFAULT, c.argument("config")))
                .writes("UpdateNetworkConfig", new NetworkConfigChange(at, switches, vnics, ip)::apply)
                .reads("QueryNetworkHint", this::hints)
                .reads("RefreshNetworkSystem", c -> Optional.empty());
    }

    private Nic nic(String device) {
        return at.nic(device).orElseThrow(() -> Faults.absent(device));
    }

    /** Without a speed it is negotiated. */
    void linkSpeed(String device, Optional<Element> wanted) {
        Nic nic = nic(device);
        if (wanted.isPresent()) {
            Element speed = wanted.orElseThrow();
            int mbits = speed.number("speedMb").orElse(0);
            if (NetworkInfo.mbits(nic).noneMatch(s -> s == mbits)) {
                throw Faults.invalidArgument("linkSpeed");
            }
            NicSettings settings = at.host().nicSettings(device);
            settings.autoNegotiate = false;
            settings.speed = mbits;
            settings.fullDuplex = speed.flag("duplex").orElse(true);
        } else {
            NicSettings settings = at.host().nicSettings(device);
            settings.autoNegotiate = true;
            settings.speed = 0;
        }
    }

    private Optional<Value> hints(Call call) {
        List<String> asked = call.method().texts("device");
        List<Nic> nics =
                asked.isEmpty() ? at.nics() : asked.stream().map(this::nic).toList();
        return Optional.of(Listing.of("PhysicalNicHintInfo", nics.stream().map(this::hint)));
    }

    /** What the switch at the other end says of itself over CDP. */
    private Data hint(Nic nic) {
        Data hint = Data.of("PhysicalNicHintInfo").text("device", nic.name());
        if (at.linked(nic)) {
            Optional.ofNullable(at.host().cables.get(nic.socket()))
                    .ifPresent(cable -> hint.put(
                            "connectedSwitchPort",
                            Data.of("PhysicalNicCdpInfo")
                                    .number("cdpVersion", 2)
                                    .number("timeout", 60)
                                    .number("ttl", 120)
                                    .text("devId", cable.attached())
                                    .text("portId", cable.port())));
        }
        return hint.unset("subnet network connectedSwitchPort lldpInfo");
    }
}
