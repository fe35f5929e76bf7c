package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.model.Ipv4;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Vmk;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An interface stands in the network of an iSCSI portal and carries no session, because the host has iSCSI bound to others, or
 * because two stand in one network and the host takes one of them. Interfaces in networks of their own need no binding; nothing
 * is said of them.
 */
public final class UnboundInterface implements Rule {

    @Override
    public String code() {
        return "RSK0109";
    }

    @Override
    public String summary() {
        return "Interface without iSCSI binding";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Ipv4> portals = Storage.portals(scene.rig());
        List<Finding> findings = new ArrayList<>();
        for (Host host : scene.rig().hosts().values()) {
            List<Vmk> near = host.vmks().values().stream()
                    .filter(vmk -> !vmk.manages() && Storage.inNetworkOf(vmk, portals))
                    .toList();
            boolean binds = !Storage.bound(host).isEmpty();
            near.stream()
                    .filter(vmk -> !vmk.bound() && (binds || twins(near, vmk)))
                    .forEach(vmk -> findings.add(finding(scene, host, vmk)));
        }
        return findings;
    }

    private static boolean twins(List<Vmk> near, Vmk vmk) {
        return near.stream()
                .anyMatch(other -> !other.name().equals(vmk.name())
                        && Objects.equals(Storage.networkOf(other), Storage.networkOf(vmk)));
    }

    private Finding finding(Scene scene, Host host, Vmk vmk) {
        Address address = Address.onHost("vmkernel", host.name(), vmk.name());
        List<String> binding = Stream.concat(Storage.bound(host).stream().map(Vmk::name), Stream.of(vmk.name()))
                .sorted()
                .toList();
        String title = vmk.name() + " of " + host.name() + " stands in the storage network "
                + Storage.networkOf(vmk).orElse("") + ", and iSCSI is not bound to it: it adds no path.";
        return Finding.of(code(), Severity.MEDIUM, title, address.toString())
                .on(host.name())
                .at(scene.place(Address.onHost("iscsi", host.name(), "software"), "port_binding")
                        .or(() -> scene.place(address)))
                .remedy(Remedy.of(
                        "Bind iSCSI to it.",
                        Yaml.host(host.name(), "iscsi: {port_binding: [" + String.join(", ", binding) + "]}")));
    }
}
