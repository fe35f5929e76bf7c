package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.NodeBuilder;
import io.twinpath.driver.vim.Ref;
import io.twinpath.driver.vim.Vim25;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A host in memory that takes the API's calls as their texts say, the nasty ones above all: a switch without a bridge loses its
 * uplinks, a policy of a switch that is left out stays while one that is sent brings its own order, what a port group leaves out
 * is inherited, an interface without MTU gets the default. A refusal is an {@link IllegalStateException}.
 */
final class ApiHost {

    final Map<String, Node> properties = new TreeMap<>();
    final Map<String, Node> switches = new TreeMap<>();
    final Map<String, Node> groups = new TreeMap<>();
    final Map<String, Node> interfaces = new TreeMap<>();
    final Map<String, TreeSet<String>> selected = new TreeMap<>();
    final Map<String, Node> options = new TreeMap<>();
    final Map<String, Node> services = new TreeMap<>();
    final Map<String, Node> units = new TreeMap<>();
    final Map<String, Node> stacks = new TreeMap<>();
    final ApiIscsi iscsi = new ApiIscsi();

    String state() {
        return properties + "\n" + switches + "\n" + groups + "\n" + interfaces + "\n" + selected + "\n" + options
                + "\n" + services + "\n" + units + "\n" + stacks + "\n" + iscsi.state();
    }

    Replies ask(List<Query> queries, Replies known) {
        Map<Query, Reply> replies = new LinkedHashMap<>();
        for (Query query : queries) {
            if (!known.has(query)) {
                replies.put(query, answer(Vim25.sound(query)));
            }
        }
        known.add(replies);
        return known;
    }

    private Reply answer(Query query) {
        return switch (query) {
            case PropertyQuery q -> Reply.of(retrieved(q), "fake: " + q);
            case MethodQuery q -> method(q);
            default -> throw new IllegalStateException("not of the API: " + query);
        };
    }

    private Node retrieved(PropertyQuery query) {
        NodeBuilder content = Node.build("objects", "ObjectContent")
                .put(Node.reference("obj", new Handle.Found(new Ref(query.of().type(), "ha-host"))));
        for (String path : query.paths()) {
            property(path)
                    .ifPresent(val -> content.put(
                            Node.object("propSet", "DynamicProperty", Node.string("name", path), val.named("val"))));
        }
        return Node.object("returnval", "RetrieveResult", content.end());
    }

    private Optional<Node> property(String path) {
        return switch (path) {
            case "runtime.connectionState" -> Optional.of(Node.string("val", "connected"));
            case "config.network.vswitch" -> list(switches);
            case "config.network.portgroup" -> list(groups);
            case "config.network.vnic" -> list(interfaces);
            case "config.network.netStackInstance" -> list(stacks);
            case "config.service.service" -> list(services);
            case "config.storageDevice.multipathInfo.lun" -> list(units);
            case "config.virtualNicManagerInfo.netConfig" -> Optional.of(selections());
            case "config.storageDevice.softwareInternetScsiEnabled" -> Optional.of(Node.flag("val", iscsi.enabled));
            case "config.storageDevice.hostBusAdapter" -> iscsi.adapters();
            default -> Optional.ofNullable(properties.get(path));
        };
    }

    /** A server leaves an empty list out. */
    private static Optional<Node> list(Map<String, Node> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(Node.object("val", "ArrayOfThings", List.copyOf(items.values())));
    }

    private Node selections() {
        NodeBuilder all = Node.build("val", "ArrayOfVirtualNicManagerNetConfig");
        selected.forEach((type, devices) ->
                all.put(Node.build("VirtualNicManagerNetConfig", "VirtualNicManagerNetConfig")
                        .put(Node.string("nicType", type))
                        .putAll(devices.stream()
                                .map(d -> Node.string("selectedVnic", type + ".key-vim.host.VirtualNic-" + d))
                                .toList())
                        .end()));
        return all.end();
    }

    private Reply method(MethodQuery query) {
        List<Node> found = new ArrayList<>();
        switch (query.method()) {
            case "QueryBoundVnics" ->
                iscsi.bound.forEach(
                        vmk -> found.add(Node.object("returnval", "IscsiPortInfo", Node.string("vnicDevice", vmk))));
            case "QueryOptions" -> {
                String name = text(query.args(), "name");
                options.forEach((key, value) -> {
                    if (key.equals(name) || (name.endsWith(".") && key.startsWith(name))) {
                        found.add(Node.object("returnval", "OptionValue", Node.string("key", key), value));
                    }
                });
                if (found.isEmpty()) {
                    return Reply.fault("InvalidName", "A specified parameter was not correct.", "fake: " + query);
                }
            }
            default -> throw new IllegalStateException("not understood: " + query);
        }
        return Reply.of(Node.object("response", "", found), "fake: " + query);
    }

    void send(List<Command> commands) {
        commands.forEach(c -> run(Vim25.sound((MethodCommand) c)));
    }

    private void run(MethodCommand call) {
        List<Node> args = call.args();
        switch (call.method()) {
            case "AddVirtualSwitch" -> addSwitch(text(args, "vswitchName"), arg(args, "spec"));
            case "UpdateVirtualSwitch" -> updateSwitch(text(args, "vswitchName"), arg(args, "spec"));
            case "RemoveVirtualSwitch" -> require(switches.remove(text(args, "vswitchName")));
            case "AddPortGroup" -> {
                absent(groups, text(arg(args, "portgrp"), "name"));
                group(arg(args, "portgrp"));
            }
            case "UpdatePortGroup" -> {
                require(groups.get(text(args, "pgName")));
                group(arg(args, "portgrp"));
            }
            case "RemovePortGroup" -> require(groups.remove(text(args, "pgName")));
            case "AddVirtualNic" -> {
                int number = 0;
                while (interfaces.containsKey("vmk" + number)) {
                    number++;
                }
                nic("vmk" + number, text(args, "portgroup"), arg(args, "nic"), Optional.empty());
            }
            case "UpdateVirtualNic" -> {
                String device = text(args, "device");
                Node before = require(interfaces.get(device));
                nic(device, text(arg(args, "nic"), "portgroup"), arg(args, "nic"), Optional.of(before));
            }
            case "RemoveVirtualNic" -> {
                require(interfaces.remove(text(args, "device")));
                selected.values().forEach(s -> s.remove(text(args, "device")));
            }
            case "SelectVnicForNicType" -> {
                require(interfaces.get(text(args, "device")));
                require(selected.get(text(args, "nicType"))).add(text(args, "device"));
            }
            case "DeselectVnicForNicType" ->
                require(selected.get(text(args, "nicType"))).remove(text(args, "device"));
            case "UpdateOptions" -> args.forEach(this::option);
            case "StartService", "StopService" -> {
                String id = text(args, "id");
                services.put(
                        id,
                        service(
                                id,
                                text(require(services.get(id)), "policy"),
                                call.method().equals("StartService")));
            }
            case "UpdateServicePolicy" -> {
                String id = text(args, "id");
                boolean runs = text(require(services.get(id)), "running").equals("true");
                services.put(id, service(id, text(args, "policy"), runs));
            }
            case "SetMultipathLunPolicy", "UpdateHppMultipathLunPolicy" -> {
                String id = text(args, "lunId");
                Node unit = require(units.get(id));
                units.put(
                        id,
                        Node.build(unit.name(), unit.type())
                                .copy(unit, "key", "id", "lun", "path")
                                .put(arg(args, "policy"))
                                .end());
            }
            case "UpdateDnsConfig" ->
                properties.put("config.network.dnsConfig", arg(args, "config").named("val"));
            case "UpdateIpRouteConfig" ->
                properties.put(
                        "config.network.ipRouteConfig", arg(args, "config").named("val"));
            case "UpdateNetworkConfig" ->
                stack(arg(args, "config").at("netStackSpec").orElseThrow());
            default -> iscsi.run(call);
        }
    }

    private void stack(Node spec) {
        Node instance = spec.at("netStackInstance").orElseThrow();
        String key = text(instance, "key");
        switch (text(spec, "operation")) {
            case "add" -> {
                absent(stacks, key);
                stacks.put(key, instance.named("HostNetStackInstance"));
            }
            case "remove" -> require(stacks.remove(key));
            default -> throw new IllegalStateException("not understood: " + spec);
        }
    }

    private void addSwitch(String name, Node spec) {
        absent(switches, name);
        if (spec.child("policy").isPresent()) {
            throw new IllegalStateException("InvalidArgument: a policy with a new switch");
        }
        switches.put(name, vswitch(name, spec, usual(spec)));
    }

    private void updateSwitch(String name, Node spec) {
        Node before = require(switches.get(name));
        Node policy = spec.child("policy").or(() -> before.at("spec", "policy")).orElseThrow();
        List<String> uplinks = spec.at("bridge").map(b -> b.texts("nicDevice")).orElseGet(List::of);
        Optional<Node> order = policy.at("nicTeaming", "nicOrder");
        List<String> named = new ArrayList<>();
        order.ifPresent(o -> {
            named.addAll(o.texts("activeNic"));
            named.addAll(o.texts("standbyNic"));
        });
        if (!uplinks.containsAll(named) || new TreeSet<>(named).size() < named.size()) {
            throw new IllegalStateException("A specified parameter was not correct.");
        }
        switches.put(name, vswitch(name, spec, order.isPresent() ? policy : usual(spec)));
    }

    /** What a server gives a switch of which nothing is said. */
    static Node usual(Node spec) {
        NodeBuilder order = Node.build("nicOrder", "HostNicOrderPolicy");
        spec.at("bridge").ifPresent(b -> b.texts("nicDevice").forEach(n -> order.put(Node.string("activeNic", n))));
        return Node.object(
                "policy",
                "HostNetworkPolicy",
                Node.object(
                        "security",
                        "HostNetworkSecurityPolicy",
                        Node.flag("allowPromiscuous", false),
                        Node.flag("macChanges", true),
                        Node.flag("forgedTransmits", true)),
                Node.object(
                        "nicTeaming",
                        "HostNicTeamingPolicy",
                        Node.string("policy", "loadbalance_srcid"),
                        Node.flag("reversePolicy", true),
                        Node.flag("notifySwitches", true),
                        Node.flag("rollingOrder", false),
                        Node.object("failureCriteria", "HostNicFailureCriteria", Node.flag("checkBeacon", false)),
                        order.end()),
                Node.object(
                        "shapingPolicy",
                        "HostNetworkTrafficShapingPolicy",
                        Node.flag("enabled", false),
                        Node.longNumber("averageBandwidth", 100_000_123),
                        Node.longNumber("peakBandwidth", 100_000_123),
                        Node.longNumber("burstSize", 104_857_601)));
    }

    static Node vswitch(String name, Node spec, Node policy) {
        text(spec, "numPorts");
        if (spec.at("bridge").filter(b -> b.all("nicDevice").isEmpty()).isPresent()) {
            throw new IllegalStateException("a bridge without uplinks");
        }
        Node mtu = spec.child("mtu").orElseGet(() -> Node.number("mtu", 1500));
        return Node.object(
                "HostVirtualSwitch",
                "HostVirtualSwitch",
                Node.string("name", name),
                mtu,
                Node.build("spec", "HostVirtualSwitchSpec")
                        .copy(spec, "numPorts", "bridge")
                        .put(policy)
                        .put(mtu)
                        .end());
    }

    private void group(Node spec) {
        require(switches.get(text(spec, "vswitchName")));
        if (spec.at("policy").isEmpty()) {
            throw new IllegalArgumentException("a port group comes with its policy");
        }
        groups.put(text(spec, "name"), Node.object("HostPortGroup", "HostPortGroup", spec.named("spec")));
    }

    private void nic(String device, String portgroup, Node spec, Optional<Node> before) {
        require(groups.get(portgroup));
        Node ip = ApiIscsi.merged(spec.at("ip").orElseThrow(), before.flatMap(b -> b.at("spec", "ip")));
        interfaces.put(
                device,
                Node.object(
                        "HostVirtualNic",
                        "HostVirtualNic",
                        Node.string("device", device),
                        Node.string("portgroup", portgroup),
                        Node.build("spec", "HostVirtualNicSpec")
                                .put(ip)
                                .put(spec.child("mac")
                                        .orElseGet(() -> Node.string("mac", "00:50:56:6" + device.length() + ":00:01")))
                                .put(spec.child("mtu").orElseGet(() -> Node.number("mtu", 1500)))
                                .put(spec.child("tsoEnabled").orElseGet(() -> Node.flag("tsoEnabled", true)))
                                .put(spec.child("netStackInstanceKey")
                                        .orElseGet(() -> Node.string("netStackInstanceKey", "defaultTcpipStack")))
                                .copy(spec, "ipRouteSpec")
                                .end()));
    }

    private void option(Node value) {
        Node now = require(options.get(text(value, "key")));
        Node wanted = value.child("value").orElseThrow();
        if (!now.type().equals(wanted.type())) {
            throw new IllegalStateException(
                    "A specified parameter was not correct: " + now.type() + ", not " + wanted.type());
        }
        options.put(text(value, "key"), wanted);
    }

    static Node service(String key, String policy, boolean running) {
        return Node.object(
                "HostService",
                "HostService",
                Node.string("key", key),
                Node.flag("running", running),
                Node.string("policy", policy));
    }

    static <T> T require(@Nullable T there) {
        if (there == null) {
            throw new IllegalStateException("NotFound");
        }
        return there;
    }

    private static void absent(Map<String, ?> objects, String name) {
        if (objects.containsKey(name)) {
            throw new IllegalStateException("AlreadyExists: " + name);
        }
    }

    static Node arg(List<Node> args, String name) {
        return args.stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
    }

    static String text(List<Node> args, String name) {
        return arg(args, name).text().orElseThrow();
    }

    static String text(Node node, String field) {
        return node.text(field).orElseThrow(() -> new IllegalStateException("no " + field + " in " + node));
    }
}
