package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Vmk;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several changes of the network in one call, in the order that lets one stand on the other. */
record NetworkConfigChange(HostContext at, SwitchChanges switches, VnicChanges vnics, IpChanges ip) {

    private static final String OPERATION = "changeOperation";

    /**
     * All of it or nothing. A vCenter that loses the host over it has the host take it back, unless it was told not to (vSphere
     * networking guide: network rollback).
     */
    Optional<Value> apply(Call call) {
        if (!call.text("changeMode").equals("modify")) {
            throw Faults.notSupported();
        }
        NetworkState before = NetworkState.of(at);
        boolean reached = at.world().responds(at.name());
        try {
            Optional<Value> result = change(call.argument("config"));
            if (reached
                    && at.world().vcenter()
                    && at.world().centre().networkRollback
                    && !at.world().responds(at.name())) {
                throw Faults.hostConfig("Network configuration change disconnected the host " + at.name()
                        + " from vCenter server and has been rolled back.");
            }
            return result;
        } catch (SoapFault fault) {
            before.restore();
            throw fault;
        }
    }

    private Optional<Value> change(Element config) {
        List<String> devices = new ArrayList<>();
        ProxySwitches proxies = new ProxySwitches(at);
        config.all("vnic").stream().filter(v -> is(v, "remove")).forEach(v -> vnics.remove(v.need("device")));
        config.all("portgroup").stream()
                .filter(p -> is(p, "remove"))
                .forEach(p -> switches.removeGroup(p.need("spec", "name")));
        config.all("proxySwitch").forEach(proxies::release);
        config.all("vswitch").stream().filter(v -> is(v, "edit")).forEach(switches::release);
        config.all("vswitch").forEach(this::vswitch);
        config.all("proxySwitch").forEach(proxies::take);
        config.all("portgroup").forEach(this::portGroup);
        config.all("pnic").forEach(p -> new NetworkSystem(at).linkSpeed(p.need("device"), p.at("spec", "linkSpeed")));
        config.all("vnic").forEach(v -> vnic(v, devices));
        config.child("dnsConfig").ifPresent(d -> ip.dns(IpInfo.DEFAULT, d));
        config.child("ipRouteConfig").ifPresent(r -> ip.gateway(IpInfo.DEFAULT, r));
        config.child("routeTableConfig").ifPresent(t -> ip.table(IpInfo.DEFAULT, t));
        config.all("netStackSpec").forEach(ip::stack);
        return Optional.of(Data.of("HostNetworkConfigResult").texts("vnicDevice", devices));
    }

    private static boolean is(Element config, String operation) {
        return config.text(OPERATION).filter(operation::equals).isPresent();
    }

    private void vswitch(Element config) {
        String name = config.need("name");
        switch (config.need(OPERATION)) {
            case "add" -> switches.add(name, config.child("spec"));
            case "remove" -> switches.remove(name);
            default -> switches.update(name, config.required("spec"));
        }
    }

    private void portGroup(Element config) {
        switch (config.need(OPERATION)) {
            case "add" -> switches.addGroup(config.required("spec"));
            case "edit" -> switches.updateGroup(config.need("spec", "name"), config.required("spec"));
            default -> {
                // Those that go have gone before.
            }
        }
    }

    private void vnic(Element config, List<String> devices) {
        switch (config.need(OPERATION)) {
            case "add" -> {
                Scalar device = vnics.add(config.text("portgroup").orElse(""), config.required("spec"));
                devices.add(device.text());
            }
            case "edit" -> {
                Vmk vmk = at.vmk(config.need("device"));
                vnics.update(config.need("device"), config.required("spec"));
                config.text("portgroup").filter(g -> !g.isEmpty()).ifPresent(g -> vmk.portGroup = g);
            }
            default -> {
                // Those that go have gone before.
            }
        }
    }
}
