package io.twinpath.kind.inventory;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.DasSettings;
import io.twinpath.kind.Vim;
import io.twinpath.kind.inventory.Cluster.Admission;
import io.twinpath.kind.inventory.Cluster.Heartbeats;
import io.twinpath.kind.inventory.Cluster.Policy;
import io.twinpath.kind.inventory.Cluster.Protection;
import io.twinpath.kind.inventory.Cluster.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One cluster in the words of {@code ClusterConfigInfoEx}; names of hosts, machines and datastores by reference. */
record ClusterReading(Node node, Map<Ref, String> hosts, Map<Ref, String> machines, Map<Ref, String> datastores) {

    private static final Response UNSET = Response.of(DasSettings.NONE);

    Cluster cluster() throws UnreadableException {
        Node settings = node.required("configurationEx");
        SortedSet<String> members = new TreeSet<>();
        node.child("host")
                .map(Node::items)
                .orElseGet(List::of)
                .forEach(host -> host.ref().map(hosts::get).ifPresent(name -> members.add(name)));
        Optional<Node> drs = settings.child("drsConfig");
        return new Cluster(
                members,
                protection(settings.required("dasConfig")),
                drs.isEmpty() ? Optional.empty() : drs.orElseThrow().flag("enabled"),
                rules(settings),
                overrides(settings));
    }

    private Protection protection(Node das) throws UnreadableException {
        return new Protection(
                das.flag("enabled"),
                das.text("hostMonitoring").map("enabled"::equals),
                das.text("vmComponentProtecting").map("enabled"::equals),
                Response.of(DasSettings.of(das.child("defaultVmSettings"))),
                Vim.named(das, "heartbeatDatastore", datastores),
                das.text("hBDatastoreCandidatePolicy").flatMap(ClusterReading::heartbeats),
                admission(das));
    }

    private static Optional<Heartbeats> heartbeats(String word) {
        return switch (word) {
            case "userSelectedDs" -> Optional.of(Heartbeats.SELECTED);
            case "allFeasibleDsWithUserPreference" -> Optional.of(Heartbeats.PREFERRED);
            case "allFeasibleDs" -> Optional.of(Heartbeats.ANY);
            default -> Optional.empty();
        };
    }

    /** Shares are the server's own reckoning, from the number of hosts, unless somebody gave them. */
    private Admission admission(Node das) throws UnreadableException {
        Node policy =
                das.child("admissionControlPolicy").orElseGet(() -> Node.object("admissionControlPolicy", "None"));
        Optional<Long> failures = policy.number("failoverLevel");
        return new Admission(
                das.flag("admissionControlEnabled"),
                policy(policy.type()),
                small(failures.isPresent() ? failures : das.number("failoverLevel")),
                small(policy.number("cpuFailoverResourcesPercent")),
                small(policy.number("memoryFailoverResourcesPercent")),
                Vim.named(policy, "failoverHosts", hosts));
    }

    private static Optional<Policy> policy(String type) {
        return switch (type) {
            case "ClusterFailoverResourcesAdmissionControlPolicy" -> Optional.of(Policy.RESOURCES);
            case "ClusterFailoverLevelAdmissionControlPolicy" -> Optional.of(Policy.SLOTS);
            case "ClusterFailoverHostAdmissionControlPolicy" -> Optional.of(Policy.FAILOVER_HOSTS);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> small(Optional<Long> number) {
        return number.filter(n -> n >= 0 && n <= Integer.MAX_VALUE).map(Long::intValue);
    }

    private Map<String, Rule> rules(Node settings) throws UnreadableException {
        Map<String, SortedSet<String>> groups = new HashMap<>();
        for (Node group : settings.all("group")) {
            SortedSet<String> members = Vim.named(group, "vm", machines);
            members.addAll(Vim.named(group, "host", hosts));
            groups.put(group.text("name").orElse(""), members);
        }
        Map<String, Rule> rules = new TreeMap<>();
        for (Node node : settings.all("rule")) {
            if (node.flag("enabled").orElse(false)) {
                String name = node.text("name").orElse("");
                String free =
                        rules.containsKey(name) ? name + " [" + node.text("key").orElse("?") + "]" : name;
                Optional<Rule> rule = rule(node, groups);
                rule.ifPresent(r -> rules.put(free, r));
            }
        }
        return rules;
    }

    /** Rules of other kinds, such as those on the order of restarts, say nothing of where machines run. */
    private Optional<Rule> rule(Node node, Map<String, SortedSet<String>> groups) throws UnreadableException {
        return switch (node.type()) {
            case "ClusterAffinityRuleSpec" -> Optional.of(among(Cluster.Type.TOGETHER, node));
            case "ClusterAntiAffinityRuleSpec" -> Optional.of(among(Cluster.Type.APART, node));
            case "ClusterVmHostRuleInfo" -> {
                Optional<String> only = node.text("affineHostGroupName");
                yield Optional.of(new Rule(
                        only.isPresent() ? Cluster.Type.ON_HOSTS : Cluster.Type.OFF_HOSTS,
                        node.flag("mandatory").orElse(false),
                        group(groups, node.text("vmGroupName")),
                        group(groups, only.or(() -> node.text("antiAffineHostGroupName")))));
            }
            default -> Optional.empty();
        };
    }

    private Rule among(Cluster.Type type, Node node) {
        return new Rule(type, false, Vim.named(node, "vm", machines), new TreeSet<>());
    }

    private static SortedSet<String> group(Map<String, SortedSet<String>> groups, Optional<String> name) {
        return name.map(groups::get).orElseGet(TreeSet::new);
    }

    private Map<String, Response> overrides(Node settings) throws UnreadableException {
        Map<String, Response> overrides = new TreeMap<>();
        for (Node own : settings.all("dasVmConfig")) {
            Response response = Response.of(DasSettings.of(own.child("dasSettings")));
            Optional<String> machine = own.ref("key").map(machines::get);
            if (machine.isPresent() && !response.equals(UNSET)) {
                overrides.put(machine.orElseThrow(), response);
            }
        }
        return overrides;
    }
}
