package io.twinpath.kind.migration;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.driver.vim.VimXml;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Vim;
import io.twinpath.kind.migration.Migration.Carrier;
import io.twinpath.kind.migration.Migration.Group;
import io.twinpath.kind.migration.Migration.Nic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the two sorts of switches of a host into one picture. A name that both have would mean either: it is refused. */
record MigrationReading(Replies replies) {

    Map<String, Carrier> switches() throws UnreadableException {
        Map<String, Carrier> switches = new TreeMap<>();
        for (Node each : items(MigrationApi.SWITCHES)) {
            put(switches, each.requiredText("name"), standard(each));
        }
        for (Node each : items(MigrationApi.PROXIES)) {
            put(switches, each.requiredText("dvsName"), distributed(each));
        }
        return switches;
    }

    private List<Node> items(String path) throws UnreadableException {
        return HostProperties.items(replies, MigrationApi.HOST, path);
    }

    private static <T> void put(Map<String, T> into, String name, T value) throws UnreadableException {
        if (into.put(name, value) != null) {
            throw new UnreadableException("The host has two switches or port groups of the name \"" + name
                    + "\", a standard and a distributed one; rename one of them.");
        }
    }

    private static Carrier standard(Node read) throws UnreadableException {
        Optional<Node> spec = read.child("spec").flatMap(s -> SpecCopy.of(s, "HostVirtualSwitchSpec"));
        Map<String, String> ports = new TreeMap<>();
        spec.flatMap(s -> s.child("bridge"))
                .map(b -> b.texts("nicDevice"))
                .orElseGet(List::of)
                .forEach(port -> ports.put(port, port));
        return new Carrier(Optional.empty(), Vim.integer(read, "mtu"), ports, Map.of(), spec.map(VimXml::document));
    }

    /** Of a port that no spec names a key the name is not known, and it counts as an uplink of its key. */
    private static Carrier distributed(Node read) throws UnreadableException {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (Node uplink : read.all("uplinkPort")) {
            String key = uplink.text("key").orElse("");
            String name = uplink.text("value").orElse(key);
            names.put(key, name);
            keys.put(name, key);
        }
        Map<String, String> ports = new TreeMap<>();
        for (Node port : read.at("spec", "backing").map(b -> b.all("pnicSpec")).orElseGet(List::of)) {
            String key = port.text("uplinkPortKey").orElse("");
            ports.put(port.requiredText("pnicDevice"), names.getOrDefault(key, key));
        }
        return new Carrier(
                Optional.of(read.requiredText("dvsUuid")), Vim.integer(read, "mtu"), ports, keys, Optional.empty());
    }

    static Map<String, String> ports(Map<String, Carrier> switches) {
        Map<String, String> ports = new TreeMap<>();
        switches.forEach((name, each) -> each.ports().keySet().forEach(port -> ports.put(port, name)));
        return ports;
    }

    /** All standard ones, and these distributed ones. */
    Map<String, Group> groups(List<Node> distributed) throws UnreadableException {
        Map<String, Group> groups = new TreeMap<>();
        for (Node each : items(MigrationApi.GROUPS)) {
            Node spec = each.required("spec");
            Optional<Node> order = each.at("computedPolicy", "nicTeaming", "nicOrder");
            List<String> active = order.map(o -> o.texts("activeNic")).orElseGet(List::of);
            put(
                    groups,
                    spec.requiredText("name"),
                    new Group(
                            spec.requiredText("vswitchName"),
                            Optional.empty(),
                            together(
                                    active,
                                    order.map(o -> o.texts("standbyNic")).orElseGet(List::of)),
                            active.size(),
                            spec.at("policy", "nicTeaming", "nicOrder").isEmpty(),
                            each.all("port").stream()
                                    .anyMatch(p -> p.text("type")
                                            .filter("virtualMachine"::equals)
                                            .isPresent())));
        }
        Map<Ref, String> switches = Vim.names(replies, Vim.SWITCHES);
        for (Node each : distributed) {
            put(groups, Vim.name(each), distributed(each, switches));
        }
        return groups;
    }

    private Group distributed(Node group, Map<Ref, String> switches) throws UnreadableException {
        String carrier = group.ref("config.distributedVirtualSwitch")
                .map(switches::get)
                .orElseThrow(
                        () -> new UnreadableException("The server does not say of which switch it is a port group."));
        Optional<Node> order = replies.object(MigrationApi.settings(Vim.self(group)))
                .at("config.defaultPortConfig", "uplinkTeamingPolicy", "uplinkPortOrder");
        List<String> active = order.map(o -> o.texts("activeUplinkPort")).orElseGet(List::of);
        List<String> standby = order.map(o -> o.texts("standbyUplinkPort")).orElseGet(List::of);
        return new Group(carrier, group.text("key"), together(active, standby), active.size(), false, false);
    }

    private static List<String> together(List<String> active, List<String> standby) {
        List<String> all = new ArrayList<>(active);
        all.addAll(standby);
        return List.copyOf(all);
    }

    Map<String, String> interfaces(Map<String, Group> groups) throws UnreadableException {
        Map<String, String> interfaces = new TreeMap<>();
        for (Node nic : items(MigrationApi.NICS)) {
            Optional<String> key = nic.text("spec", "distributedVirtualPort", "portgroupKey");
            String name = key.isEmpty()
                    ? nic.text("portgroup").orElse("")
                    : groups.entrySet().stream()
                            .filter(g -> g.getValue().key().equals(key))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
            interfaces.put(nic.requiredText("device"), name);
        }
        return interfaces;
    }

    Map<String, Nic> nics() throws UnreadableException {
        List<String> management = new ArrayList<>();
        for (Node service : items(MigrationApi.SERVICES)) {
            if (service.text("nicType").filter("management"::equals).isPresent()) {
                management.addAll(service.texts("selectedVnic"));
            }
        }
        Map<String, Nic> nics = new TreeMap<>();
        for (Node nic : items(MigrationApi.NICS)) {
            String device = nic.requiredText("device");
            Node spec = SpecCopy.of(nic.required("spec"), "HostVirtualNicSpec")
                    .orElseThrow(() -> new UnreadableException("The specification of " + device + " is not known."));
            nics.put(
                    device,
                    new Nic(
                            management.stream().anyMatch(key -> key.endsWith("-" + device)),
                            Vim.integer(spec, "mtu"),
                            VimXml.document(spec)));
        }
        return nics;
    }
}
