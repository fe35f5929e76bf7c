package io.twinpath.kind.dvportgroup;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Script;
import io.twinpath.kind.Security;
import io.twinpath.kind.Vim;
import io.twinpath.kind.dvportgroup.DvPortGroup.Balancing;
import io.twinpath.kind.dvportgroup.DvPortGroup.DvTeaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of {@code VMwareDVSPortSetting}. What is set is no longer inherited; every part of a policy says so. */
final class DvPortGroupWords {

    private DvPortGroupWords() {}

    static DvPortGroup nothing(String dvs) {
        return new DvPortGroup(
                dvs, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static DvPortGroup read(String dvs, Node setting, Optional<String> version) throws UnreadableException {
        Optional<Node> vlan = setting.child("vlan");
        boolean trunk = vlan.filter(v -> v.type().contains("Trunk")).isPresent();
        Node teaming = setting.child("uplinkTeamingPolicy").orElseGet(() -> Node.object("none", "none"));
        Node security = setting.child("macManagementPolicy")
                .filter(p -> p.child("allowPromiscuous").isPresent())
                .or(() -> setting.child("securityPolicy"))
                .orElseGet(() -> Node.object("none", "none"));
        Optional<Boolean> rolling = teaming.flag("rollingOrder", "value");
        return new DvPortGroup(
                dvs,
                trunk || vlan.isEmpty() ? Optional.empty() : Vim.integer(vlan.orElseThrow(), "vlanId"),
                trunk ? Optional.of(ranges(vlan.orElseThrow())) : Optional.empty(),
                Optional.of(new DvTeaming(
                        Vim.constant(Balancing.class, Balancing::word, teaming.text("policy", "value")),
                        teaming.child("uplinkPortOrder").map(o -> o.texts("activeUplinkPort")),
                        teaming.child("uplinkPortOrder").map(o -> o.texts("standbyUplinkPort")),
                        rolling.map(r -> !r),
                        teaming.flag("notifySwitches", "value"))),
                Optional.of(new Security(
                        flag(security, "allowPromiscuous"),
                        flag(security, "macChanges"),
                        flag(security, "forgedTransmits"))),
                version);
    }

    /** Of the newer policy a plain value, of the older a value that may be inherited. */
    private static Optional<Boolean> flag(Node policy, String field) throws UnreadableException {
        return policy.at(field, "value").isPresent()
                ? policy.flag(field, "value")
                : policy.at(field).filter(n -> n.items().isEmpty()).isPresent() ? policy.flag(field) : Optional.empty();
    }

    private static List<String> ranges(Node vlan) {
        List<String> ranges = new ArrayList<>();
        for (Node range : vlan.all("vlanId")) {
            String start = range.text("start").orElse("");
            String end = range.text("end").orElse("");
            ranges.add(start.equals(end) ? start : start + "-" + end);
        }
        return ranges;
    }

    static Optional<Node> changed(DvPortGroup before, DvPortGroup after) {
        Node setting = Node.build("defaultPortConfig", "VMwareDVSPortSetting")
                .put(vlan(before, after))
                .put(
                        Script.differs(before.teaming(), after.teaming())
                                ? after.teaming().map(DvPortGroupWords::teaming)
                                : Optional.empty())
                .put(
                        Script.differs(before.security(), after.security())
                                ? after.security().map(DvPortGroupWords::security)
                                : Optional.empty())
                .end();
        return setting.items().isEmpty() ? Optional.empty() : Optional.of(setting);
    }

    /** One wanted VLAN counts even where several were found, and the other way round. */
    private static Optional<Node> vlan(DvPortGroup before, DvPortGroup after) {
        if (Script.differs(before.vlan(), after.vlan())) {
            return after.vlan()
                    .map(id -> Node.object(
                            "vlan",
                            "VmwareDistributedVirtualSwitchVlanIdSpec",
                            Node.flag("inherited", false),
                            Node.number("vlanId", id)));
        }
        return Script.differs(before.trunk(), after.trunk())
                ? after.trunk().map(DvPortGroupWords::trunk)
                : Optional.empty();
    }

    private static Node trunk(List<String> ranges) {
        return Node.build("vlan", "VmwareDistributedVirtualSwitchTrunkVlanSpec")
                .put(Node.flag("inherited", false))
                .putAll(ranges.stream().map(DvPortGroupWords::range).toList())
                .end();
    }

    private static Node range(String text) {
        int dash = text.indexOf('-');
        String start = dash < 0 ? text : text.substring(0, dash);
        String end = dash < 0 ? text : text.substring(dash + 1);
        return Node.object(
                "vlanId",
                "NumericRange",
                Node.number("start", Integer.parseInt(start)),
                Node.number("end", Integer.parseInt(end)));
    }

    /** Whole, in the order of the type. */
    private static Node teaming(DvTeaming teaming) {
        Optional<Node> order = teaming.active().isEmpty() && teaming.standby().isEmpty()
                ? Optional.empty()
                : Optional.of(Node.build("uplinkPortOrder", "VMwareUplinkPortOrderPolicy")
                        .put(Node.flag("inherited", false))
                        .putAll(names("activeUplinkPort", teaming.active()))
                        .putAll(names("standbyUplinkPort", teaming.standby()))
                        .end());
        return Node.build("uplinkTeamingPolicy", "VmwareUplinkPortTeamingPolicy")
                .put(Node.flag("inherited", false))
                .put(teaming.loadBalancing()
                        .map(b -> Node.object(
                                "policy",
                                "StringPolicy",
                                Node.flag("inherited", false),
                                Node.string("value", b.word()))))
                .put(teaming.notifySwitches().map(n -> policy("notifySwitches", n)))
                .put(teaming.failback().map(f -> policy("rollingOrder", !f)))
                .put(order)
                .end();
    }

    private static List<Node> names(String field, Optional<List<String>> names) {
        return names.orElseGet(List::of).stream()
                .map(n -> Node.string(field, n))
                .toList();
    }

    private static Node security(Security security) {
        return Node.build("securityPolicy", "DVSSecurityPolicy")
                .put(Node.flag("inherited", false))
                .put(security.promiscuous().map(v -> policy("allowPromiscuous", v)))
                .put(security.macChanges().map(v -> policy("macChanges", v)))
                .put(security.forgedTransmits().map(v -> policy("forgedTransmits", v)))
                .end();
    }

    private static Node policy(String name, boolean value) {
        return Node.object(name, "BoolPolicy", Node.flag("inherited", false), Node.flag("value", value));
    }
}
