package io.twinpath.importer;

import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments with which the module {@code multipath-iscsi} could say what a host has. A guess: whoever takes it compares what
 * the module declares with these arguments.
 *
 * @param shared those that are the same on all hosts of a site
 * @param number of the host's address in both networks
 * @param iqn the host's own
 */
record MultipathCall(Map<String, Value> shared, long number, String iqn) {

    static final String MODULE = "multipath-iscsi";
    static final String FILE = "modules/" + MODULE + "/module.yml";

    private static final List<String> UPLINK = List.of("vswitches", "vSwitch1", "port_groups");
    private static final Value DEFAULT_MTU = new Value.Whole(9000);
    private static final Value NO_VLAN = new Value.Whole(0);

    /** The module as it comes with Twinpath; empty where only classes were built. */
    static Optional<String> bundled() {
        try (InputStream in = MultipathCall.class.getResourceAsStream("/" + FILE)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<MultipathCall> guess(Leaves host) {
        Optional<Ipv4Prefix> a = address(host, "vmk1");
        Optional<Ipv4Prefix> b = address(host, "vmk2");
        Optional<Value> vendor = host.at("multipath", "rules", "round-robin", "vendor");
        Optional<Value> iqn = host.at("iscsi", "iqn");
        Optional<Value> portals = host.at("iscsi", "send_targets");
        Optional<Value> first = active(host, "iSCSI-A");
        Optional<Value> second = active(host, "iSCSI-B");
        boolean all = a.isPresent()
                && b.isPresent()
                && vendor.isPresent()
                && iqn.isPresent()
                && portals.isPresent()
                && first.isPresent()
                && second.isPresent();
        if (!all || number(a.orElseThrow()) != number(b.orElseThrow())) {
            return Optional.empty();
        }
        Map<String, Value> shared = new LinkedHashMap<>();
        shared.put("ports", new Value.Items(List.of(first.orElseThrow(), second.orElseThrow())));
        shared.put("fabric_a", Value.text(network(a.orElseThrow())));
        shared.put("fabric_b", Value.text(network(b.orElseThrow())));
        shared.put("portals", portals.orElseThrow());
        shared.put("vendor", vendor.orElseThrow());
        unless(DEFAULT_MTU, host.at("vswitches", "vSwitch1", "mtu"), "mtu", shared);
        unless(NO_VLAN, host.at("vswitches", "vSwitch1", "port_groups", "iSCSI-A", "vlan"), "vlan", shared);
        return Optional.of(new MultipathCall(
                shared, number(a.orElseThrow()), iqn.orElseThrow().toString()));
    }

    private static void unless(Value usual, Optional<Value> value, String name, Map<String, Value> into) {
        value.filter(v -> !v.equals(usual)).ifPresent(v -> into.put(name, v));
    }

    /** The one active uplink that port binding asks for. */
    private static Optional<Value> active(Leaves host, String portGroup) {
        return Optional.ofNullable(host.byPath()
                        .get(List.of(UPLINK.get(0), UPLINK.get(1), UPLINK.get(2), portGroup, "teaming", "active")))
                .filter(v -> v instanceof Value.Items items && items.items().size() == 1)
                .map(v -> ((Value.Items) v).items().getFirst());
    }

    private static Optional<Ipv4Prefix> address(Leaves host, String vmk) {
        return host.at("vmkernel", vmk, "ip").map(v -> Ipv4Prefix.parse(v.toString()));
    }

    /** Which address of its network it is, counted from the network's own. */
    static long number(Ipv4Prefix address) {
        return Integer.toUnsignedLong(address.address() & ~address.netmask().bits());
    }

    static String network(Ipv4Prefix address) {
        return new Ipv4(address.address() & address.netmask().bits()) + "/" + address.length();
    }

    /** Everything, with the host's own arguments in the given form. */
    Value arguments(Value ownNumber, Value ownIqn) {
        Map<String, Value> with = new LinkedHashMap<>(shared);
        with.put("number", ownNumber);
        with.put("iqn", ownIqn);
        return new Value.Fields(with);
    }

    static Value use(Value arguments) {
        Map<String, Value> call = new LinkedHashMap<>();
        call.put("module", Value.text(MODULE));
        call.put("with", arguments);
        return new Value.Items(List.of(new Value.Fields(call)));
    }
}
