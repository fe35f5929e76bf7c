package io.twinpath.kind;

import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.NodeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Software iSCSI of an {@link ApiHost}. A secret is never told. */
final class ApiIscsi {

    boolean enabled;
    String name = "iqn.1998-01.com.vmware:found";
    String alias = "";
    final TreeSet<String> bound = new TreeSet<>();
    final Map<String, Node> portals = new TreeMap<>();
    final Map<String, Node> targets = new TreeMap<>();
    final Map<String, Node> options = new TreeMap<>(Map.of(
            "DelayedAck", Node.flag("value", true),
            "LoginTimeout", Node.number("value", 5),
            "MaxRecvDataSegLen", Node.number("value", 131_072)));
    Node authentication = Node.object(
            "authenticationProperties",
            "HostInternetScsiHbaAuthenticationProperties",
            Node.flag("chapAuthEnabled", false),
            Node.string("chapAuthenticationType", "chapProhibited"),
            Node.string("mutualChapAuthenticationType", "chapProhibited"));
    Node digests = Node.object(
            "digestProperties",
            "HostInternetScsiHbaDigestProperties",
            Node.string("headerDigestType", "digestProhibited"),
            Node.string("dataDigestType", "digestProhibited"));

    String state() {
        return enabled + " " + name + " " + alias + " " + bound + " " + portals + " " + targets + " " + options + " "
                + authentication + " " + digests;
    }

    Optional<Node> adapters() {
        if (!enabled) {
            return Optional.empty();
        }
        NodeBuilder hba = Node.build("HostHostBusAdapter", "HostInternetScsiHba")
                .put(Node.string("device", "vmhba64"))
                .put(Node.flag("isSoftwareBased", true))
                .put(Node.string("iScsiName", name))
                .put(Node.string("iScsiAlias", alias))
                .putAll(List.copyOf(portals.values()))
                .putAll(List.copyOf(targets.values()))
                .put(authentication)
                .put(digests);
        options.forEach((key, value) -> hba.put(
                Node.object("advancedOptions", "HostInternetScsiHbaParamValue", Node.string("key", key), value)));
        Node disk = Node.object("HostHostBusAdapter", "HostBlockHba", Node.string("device", "vmhba0"));
        return Optional.of(Node.object("val", "ArrayOfHostHostBusAdapter", disk, hba.end()));
    }

    void run(MethodCommand call) {
        List<Node> args = call.args();
        if (call.method().equals("UpdateSoftwareInternetScsiEnabled")) {
            enabled = ApiHost.text(args, "enabled").equals("true");
            return;
        }
        if (call.method().equals("RescanVmfs")) {
            return;
        }
        String adapter = call.args().get(0).text().orElseThrow();
        if (!enabled || !adapter.equals("vmhba64")) {
            throw new IllegalStateException("NotFound: " + call);
        }
        switch (call.method()) {
            case "UpdateInternetScsiName" -> name = ApiHost.text(args, "iScsiName");
            case "UpdateInternetScsiAlias" -> alias = ApiHost.text(args, "iScsiAlias");
            case "UpdateInternetScsiAuthenticationProperties" -> authenticate(args.get(1));
            case "UpdateInternetScsiDigestProperties" -> digests = args.get(1);
            case "UpdateInternetScsiAdvancedOptions" -> args.stream().skip(1).forEach(this::option);
            case "AddInternetScsiSendTargets" -> add(portals, args.get(1), "configuredSendTarget");
            case "RemoveInternetScsiSendTargets" -> ApiHost.require(portals.remove(key(args.get(1))));
            case "AddInternetScsiStaticTargets" -> add(targets, args.get(1), "configuredStaticTarget");
            case "RemoveInternetScsiStaticTargets" -> ApiHost.require(targets.remove(key(args.get(1))));
            case "BindVnic" -> bound.add(ApiHost.text(args, "vnicDevice"));
            case "UnbindVnic" -> bound.remove(ApiHost.text(args, "vnicDevice"));
            case "RescanHba" -> {}
            default -> throw new IllegalStateException("not understood: " + call);
        }
    }

    private void authenticate(Node wanted) {
        authentication = Node.build(wanted.name(), wanted.type())
                .copy(
                        wanted,
                        "chapAuthEnabled",
                        "chapName",
                        "chapAuthenticationType",
                        "mutualChapName",
                        "mutualChapAuthenticationType")
                .end();
    }

    private void option(Node wanted) {
        String key = ApiHost.text(wanted, "key");
        Node value = wanted.child("value").orElseThrow();
        if (!ApiHost.require(options.get(key)).type().equals(value.type())) {
            throw new IllegalStateException("A specified parameter was not correct: " + wanted);
        }
        options.put(key, value);
    }

    private static String key(Node target) {
        return target.text("address").orElseThrow() + ":" + target.text("port").orElseThrow() + "/"
                + target.text("iScsiName").orElse("");
    }

    private static void add(Map<String, Node> into, Node target, String name) {
        into.put(key(target), target.named(name));
    }

    /** IPv6 addresses are said as changes, all else as it is to be. */
    static Node merged(Node wanted, Optional<Node> found) {
        Map<String, Node> addresses = new TreeMap<>();
        found.flatMap(f -> f.at("ipV6Config"))
                .ifPresent(f -> f.all("ipV6Address").forEach(a -> addresses.put(ApiHost.text(a, "ipAddress"), a)));
        Optional<Node> config = wanted.child("ipV6Config");
        for (Node change : config.map(c -> c.all("ipV6Address")).orElseGet(List::of)) {
            String ip = ApiHost.text(change, "ipAddress");
            if (ApiHost.text(change, "operation").equals("add")) {
                addresses.put(
                        ip,
                        Node.build(change.name(), change.type())
                                .copy(change, "ipAddress", "prefixLength", "origin")
                                .end());
            } else {
                ApiHost.require(addresses.remove(ip));
            }
        }
        NodeBuilder ip = Node.build("ip", "HostIpConfig").copy(wanted, "dhcp", "ipAddress", "subnetMask");
        NodeBuilder six = Node.build("ipV6Config", "HostIpConfigIpV6AddressConfiguration")
                .putAll(List.copyOf(addresses.values()));
        for (String flag : List.of("autoConfigurationEnabled", "dhcpV6Enabled")) {
            six.put(config.flatMap(c -> c.child(flag))
                    .or(() -> found.flatMap(f -> f.at("ipV6Config", flag)))
                    .orElseGet(() -> Node.flag(flag, false)));
        }
        return ip.put(six.end()).end();
    }
}
