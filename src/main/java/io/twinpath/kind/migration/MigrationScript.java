package io.twinpath.kind.migration;

import io.twinpath.driver.Command;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.VimXml;
import io.twinpath.kind.NetworkConfig;
import io.twinpath.kind.migration.Migration.Carrier;
import io.twinpath.kind.migration.Migration.Group;
import io.twinpath.kind.migration.Migration.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The one call that moves ports and interfaces of a host at the same time. Specifications are made of what was found before
 * anything moved, and so is the way back, which gives them as they were.
 */
final class MigrationScript {

    private static final String EDIT = "changeOperation";

    private final Migration before;
    private final Migration after;

    private MigrationScript(Migration before, Migration after) {
        this.before = before;
        this.after = after;
    }

    /** None when a specification is of a sort that is not known. */
    static List<Command> of(Migration before, Migration after) {
        try {
            return new MigrationScript(before, after).commands();
        } catch (UnreadableException e) {
            return List.of();
        }
    }

    private List<Command> commands() throws UnreadableException {
        List<Node> standard = new ArrayList<>();
        List<Node> distributed = new ArrayList<>();
        for (Map.Entry<String, Carrier> each : before.switches().entrySet()) {
            SortedSet<String> had = MigrationKind.portsOf(before, each.getKey());
            SortedSet<String> has = MigrationKind.portsOf(after, each.getKey());
            if (!had.equals(has)) {
                boolean proxy = each.getValue().distributed();
                (proxy ? distributed : standard)
                        .add(proxy ? proxy(each.getValue(), has) : vswitch(each.getKey(), each.getValue(), has));
            }
        }
        List<Node> parts = new ArrayList<>(standard);
        parts.addAll(distributed);
        parts.addAll(vnics());
        return parts.isEmpty() ? List.of() : List.of(NetworkConfig.modify(parts));
    }

    private static Node vswitch(String name, Carrier carrier, SortedSet<String> ports) throws UnreadableException {
        Node spec = VimXml.read(
                carrier.spec().orElseThrow(() -> new UnreadableException(name + " has a bridge that is not known.")),
                name);
        Optional<Node> bridge = spec.child("bridge");
        List<Node> carried = ports.isEmpty()
                ? List.of()
                : List.of(SpecCopy.with(
                        bridge.orElseGet(MigrationScript::bridge), "nicDevice", strings("nicDevice", ports)));
        return Node.object(
                "vswitch",
                "HostVirtualSwitchConfig",
                Node.string(EDIT, "edit"),
                Node.string("name", name),
                SpecCopy.with(ordered(spec, ports), "bridge", carried));
    }

    /** As vSphere makes it for a switch that gets its first uplink. */
    private static Node bridge() {
        return Node.object(
                "bridge",
                "HostVirtualSwitchBondBridge",
                Node.object("beacon", "HostVirtualSwitchBeaconConfig", Node.number("interval", 1)),
                Node.object(
                        "linkDiscoveryProtocolConfig",
                        "LinkDiscoveryProtocolConfig",
                        Node.string("protocol", "cdp"),
                        Node.string("operation", "listen")));
    }

    /** Only uplinks can stand in the order. Those that stay keep their places, those that come are active. */
    private static Node ordered(Node spec, SortedSet<String> ports) {
        Optional<Node> policy = spec.child("policy");
        Optional<Node> teaming = policy.flatMap(p -> p.child("nicTeaming"));
        Optional<Node> order = teaming.flatMap(t -> t.child("nicOrder"));
        if (order.isEmpty()) {
            return spec;
        }
        List<String> known = spec.child("bridge").map(b -> b.texts("nicDevice")).orElseGet(List::of);
        List<String> active = new ArrayList<>(order.orElseThrow().texts("activeNic"));
        List<String> standby = new ArrayList<>(order.orElseThrow().texts("standbyNic"));
        active.retainAll(ports);
        standby.retainAll(ports);
        ports.stream().filter(p -> !known.contains(p)).forEach(active::add);
        List<Node> fields = new ArrayList<>(strings("activeNic", active));
        fields.addAll(strings("standbyNic", standby));
        Node changed = Node.object("nicOrder", "HostNicOrderPolicy", fields);
        return SpecCopy.with(
                spec,
                "policy",
                List.of(SpecCopy.with(
                        policy.orElseThrow(),
                        "nicTeaming",
                        List.of(SpecCopy.with(teaming.orElseThrow(), "nicOrder", List.of(changed))))));
    }

    private static List<Node> strings(String field, Iterable<String> values) {
        List<Node> nodes = new ArrayList<>();
        values.forEach(v -> nodes.add(Node.string(field, v)));
        return nodes;
    }

    /** Every port of the host, also those that stay: what is left out is taken away. */
    private Node proxy(Carrier carrier, SortedSet<String> ports) {
        Map<String, String> uplinks = new TreeMap<>(Uplinks.of(carrier, ports));
        List<Node> specs = new ArrayList<>();
        for (String port : ports) {
            specs.add(Node.build("pnicSpec", "DistributedVirtualSwitchHostMemberPnicSpec")
                    .put(Node.string("pnicDevice", port))
                    .put(Optional.ofNullable(uplinks.get(port))
                            .flatMap(u -> Optional.ofNullable(carrier.keys().get(u)))
                            .map(key -> Node.string("uplinkPortKey", key)))
                    .end());
        }
        return Node.object(
                "proxySwitch",
                "HostProxySwitchConfig",
                Node.string(EDIT, "edit"),
                Node.string("uuid", carrier.uuid().orElse("")),
                Node.object(
                        "spec",
                        "HostProxySwitchSpec",
                        Node.object("backing", "DistributedVirtualSwitchHostMemberPnicBacking", specs)));
    }

    private List<Node> vnics() throws UnreadableException {
        List<Node> vnics = new ArrayList<>();
        for (Map.Entry<String, String> each : after.interfaces().entrySet()) {
            Nic nic = before.nics().get(each.getKey());
            if (nic != null && !each.getValue().equals(before.interfaces().get(each.getKey()))) {
                vnics.add(vnic(each.getKey(), VimXml.read(nic.spec(), each.getKey()), each.getValue()));
            }
        }
        return vnics;
    }

    /** On a distributed switch the name of the port group is empty, and the specification says which port. */
    private Node vnic(String device, Node spec, String name) throws UnreadableException {
        Group group = Optional.ofNullable(before.groups().get(name))
                .orElseThrow(() -> new UnreadableException("There is no port group " + name + "."));
        Optional<Node> port = group.key().map(key -> connection(group.carrier(), key));
        Node connected = SpecCopy.with(
                SpecCopy.with(spec, "distributedVirtualPort", port.stream().toList()),
                "portgroup",
                port.isPresent() ? List.of() : List.of(Node.string("portgroup", name)));
        return Node.object(
                "vnic",
                "HostVirtualNicConfig",
                Node.string(EDIT, "edit"),
                Node.string("device", device),
                Node.string("portgroup", port.isPresent() ? "" : name),
                connected);
    }

    private Node connection(String carrier, String key) {
        String uuid = Optional.ofNullable(before.switches().get(carrier))
                .flatMap(Carrier::uuid)
                .orElse("");
        return Node.object(
                "distributedVirtualPort",
                "DistributedVirtualSwitchPortConnection",
                Node.string("switchUuid", uuid),
                Node.string("portgroupKey", key));
    }
}
