package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Attachment;
import io.twinpath.lab.site.Inet;
import io.twinpath.lab.site.Ipv4;
import io.twinpath.lab.site.Vmk;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Scalar;
import java.util.ArrayList;
import java.util.stream.IntStream;

/** Changes of VMkernel interfaces, by the rules of the API. */
final class VnicChanges {

    private static final int DEFAULT_MTU = 1500;
    private static final int MOST = 256;

    private final HostContext at;

    VnicChanges(HostContext at) {
        this.at = at;
    }

    /** Adds one; the host chooses its name. */
    Scalar add(String group, Element spec) {
        requireGroup(group);
        boolean taken = at.host().vmkernel.values().stream().anyMatch(v -> v.portGroup.equals(group));
        if (taken) {
            throw Faults.inUse("PortGroup", group);
        }
        Vmk vmk = new Vmk();
        vmk.portGroup = group;
        vmk.netstack = spec.text("netStackInstanceKey").orElse(vmk.netstack);
        if (!new IpInfo(at).stackNames().contains(vmk.netstack)) {
            throw Faults.invalidArgument("nic.netStackInstanceKey");
        }
        spec.text("mac").ifPresent(m -> vmk.mac = m);
        change(vmk, spec);
        String name = IntStream.range(0, MOST)
                .mapToObj(i -> "vmk" + i)
                .filter(n -> !at.host().vmkernel.containsKey(n))
                .findFirst()
                .orElseThrow(() -> Faults.hostConfig("No more VMkernel interfaces can be added."));
        at.host().vmkernel.put(name, vmk);
        return Scalar.of(name);
    }

    void update(String name, Element spec) {
        Vmk vmk = at.vmk(name);
        String stack = spec.text("netStackInstanceKey").orElse(vmk.netstack);
        if (!stack.equals(vmk.netstack)) {
            // An interface stays in the stack that it was made in.
            throw Faults.invalidArgument("nic.netStackInstanceKey");
        }
        String group = spec.child("distributedVirtualPort")
                .map(new ProxySwitches(at)::group)
                .or(() -> spec.text("portgroup").filter(g -> !g.isEmpty()))
                .orElse(vmk.portGroup);
        requireGroup(group);
        change(vmk, spec);
        vmk.portGroup = group;
    }

    void remove(String name) {
        at.vmk(name);
        if (at.host().iscsi.bound.contains(name)) {
            throw Faults.inUse("VirtualNic", name);
        }
        at.host().vmkernel.remove(name);
    }

    private void requireGroup(String group) {
        if (Attachment.of(at.site(), at.name(), group).isEmpty()) {
            throw Faults.absent(group);
        }
    }

    /** What is not said of the MTU is the server's default and not what it was. */
    private void change(Vmk vmk, Element spec) {
        int mtu = spec.number("mtu").orElse(DEFAULT_MTU);
        if (mtu < 1280 || mtu > 9000) {
            throw Faults.invalidArgument("nic.mtu");
        }
        spec.child("ip").ifPresent(ip -> address(vmk, ip));
        spec.text("ipRouteSpec", "ipRouteConfig", "defaultGateway").ifPresent(g -> {
            if (!Ipv4.valid(g)) {
                throw Faults.invalidArgument("nic.ipRouteSpec.ipRouteConfig.defaultGateway");
            }
            vmk.gateway = g;
        });
        vmk.mtu = mtu;
    }

    private void address(Vmk vmk, Element ip) {
        if (ip.flag("dhcp").orElse(false)) {
            throw Faults.hostConfig("No DHCP server answers.");
        }
        String address = ip.text("ipAddress").orElse("");
        int bits = Ipv4.bits(ip.text("subnetMask").orElse(""));
        if (!address.isEmpty() && (!Ipv4.valid(address) || bits < 1)) {
            throw Faults.invalidArgument(Ipv4.valid(address) ? "nic.ip.subnetMask" : "nic.ip.ipAddress");
        }
        boolean taken = !address.isEmpty()
                && at.host().vmkernel.values().stream()
                        .anyMatch(v -> v != vmk && v.address().equals(address));
        if (taken) {
            throw Faults.alreadyExists(address);
        }
        ip.child("ipV6Config").ifPresent(six -> six(vmk, six));
        vmk.ip = address.isEmpty() ? "" : address + "/" + bits;
    }

    /** Addresses come as operations: those that are only shown are left alone. */
    private static void six(Vmk vmk, Element config) {
        ArrayList<String> all = new ArrayList<>(vmk.ipv6);
        for (Element address : config.all("ipV6Address")) {
            String text = address.need("ipAddress") + "/"
                    + address.number("prefixLength").orElse(64);
            if (!Inet.network(text) && !Inet.address(address.need("ipAddress"))) {
                throw Faults.invalidArgument("nic.ip.ipV6Config.ipV6Address");
            }
            switch (address.text("operation").orElse("")) {
                case "add" -> all.add(text);
                case "remove" -> all.remove(text);
                default -> {
                    // Told back as it was read.
                }
            }
        }
        config.flag("dhcpV6Enabled").ifPresent(d -> vmk.dhcpv6 = d);
        config.flag("autoConfigurationEnabled").ifPresent(a -> vmk.routerAdvertisement = a);
        vmk.ipv6 = all;
    }
}
