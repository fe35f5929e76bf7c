package io.twinpath.kind.dvs;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.NodeBuilder;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Script;
import io.twinpath.kind.Vim;
import io.twinpath.model.PortRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of {@code VMwareDVSConfigSpec}. */
final class DvsWords {

    private DvsWords() {}

    static Map<String, Dvs.Member> members(Node config, Map<Ref, String> names) throws UnreadableException {
        Map<String, Dvs.Member> members = new LinkedHashMap<>();
        for (Node member : config.child("config.host").map(Node::items).orElseGet(List::of)) {
            Map<String, String> keys = new TreeMap<>();
            SortedSet<PortRef> ports = new TreeSet<>();
            for (Node port :
                    member.at("config", "backing").map(b -> b.all("pnicSpec")).orElseGet(List::of)) {
                String device = port.text("pnicDevice").orElse("");
                if (!PortRef.VMNIC.matcher(device).matches()) {
                    throw new UnreadableException("\"" + device + "\" is no port of a host.");
                }
                ports.add(new PortRef.Vmnic(device));
                port.text("uplinkPortKey").ifPresent(key -> keys.put(device, key));
            }
            member.ref("config", "host")
                    .map(names::get)
                    .ifPresent(name -> members.put(
                            name, new Dvs.Member(Optional.of(Collections.unmodifiableSortedSet(ports)), keys)));
        }
        return members;
    }

    static Dvs.Discovery discovery(Node node) {
        return new Dvs.Discovery(
                Vim.constant(Dvs.Protocol.class, DvsWords::word, node.text("protocol")),
                Vim.constant(Dvs.Operation.class, DvsWords::word, node.text("operation")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Node fresh(String name, Dvs target) {
        Dvs nothing = new Dvs(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
        NodeBuilder spec = Node.build("configSpec", "VMwareDVSConfigSpec").put(Node.string("name", name));
        changed(nothing, target, Optional.empty()).ifPresent(changes -> spec.putAll(changes.items()));
        return spec.end();
    }

    /**
     * What differs. Both parts of discovery are sent together, and the ports of a host all or not at all. Empty also when a
     * host would have to leave: then there is no way back.
     */
    static Optional<Node> changed(Dvs before, Dvs after, Optional<String> version) {
        if (!after.hosts().keySet().containsAll(before.hosts().keySet())) {
            return Optional.empty();
        }
        Node changes = Node.build("spec", "VMwareDVSConfigSpec")
                .put(
                        Script.differs(before.uplinks(), after.uplinks())
                                ? after.uplinks().map(DvsWords::uplinks)
                                : Optional.empty())
                .putAll(hosts(before, after))
                .put(
                        Script.differs(before.mtu(), after.mtu())
                                ? after.mtu().map(m -> Node.number("maxMtu", m))
                                : Optional.empty())
                .put(
                        Script.differs(before.discovery(), after.discovery())
                                ? after.discovery().map(DvsWords::node)
                                : Optional.empty())
                .end();
        return changes.items().isEmpty()
                ? Optional.empty()
                : Optional.of(Node.build("spec", "VMwareDVSConfigSpec")
                        .put(version.map(v -> Node.string("configVersion", v)))
                        .putAll(changes.items())
                        .end());
    }

    private static Node uplinks(List<String> names) {
        return Node.object(
                "uplinkPortPolicy",
                "DVSNameArrayUplinkPortPolicy",
                names.stream().map(n -> Node.string("uplinkPortName", n)).toList());
    }

    private static Node node(Dvs.Discovery discovery) {
        return Node.object(
                "linkDiscoveryProtocolConfig",
                "LinkDiscoveryProtocolConfig",
                Node.string("protocol", word(discovery.protocol().orElse(Dvs.Protocol.LLDP))),
                Node.string("operation", word(discovery.operation().orElse(Dvs.Operation.LISTEN))));
    }

    private static List<Node> hosts(Dvs before, Dvs after) {
        List<Node> hosts = new ArrayList<>();
        after.hosts().forEach((host, member) -> {
            Optional<Dvs.Member> found = Optional.ofNullable(before.hosts().get(host));
            if (found.isEmpty() || Script.differs(found.flatMap(Dvs.Member::ports), member.ports())) {
                hosts.add(Node.object(
                        "host",
                        "DistributedVirtualSwitchHostMemberConfigSpec",
                        Node.string("operation", found.isEmpty() ? "add" : "edit"),
                        Node.reference("host", new Handle.Named("HostSystem", host)),
                        backing(
                                member.ports().orElseGet(TreeSet::new),
                                found.map(Dvs.Member::keys).orElse(Map.of()))));
            }
        });
        return hosts;
    }

    /** A port keeps the uplink that it has. */
    private static Node backing(SortedSet<PortRef> ports, Map<String, String> keys) {
        return Node.object(
                "backing",
                "DistributedVirtualSwitchHostMemberPnicBacking",
                ports.stream()
                        .map(port -> Node.build("pnicSpec", "DistributedVirtualSwitchHostMemberPnicSpec")
                                .put(Node.string("pnicDevice", port.toString()))
                                .put(Optional.ofNullable(keys.get(port.toString()))
                                        .map(k -> Node.string("uplinkPortKey", k)))
                                .end())
                        .toList());
    }
}
