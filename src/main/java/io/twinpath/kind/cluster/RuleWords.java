package io.twinpath.kind.cluster;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.NodeBuilder;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Vim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Rules and groups in the words of {@code ClusterRuleInfo} and {@code ClusterGroupInfo}. */
final class RuleWords {

    private RuleWords() {}

    static Map<String, SortedSet<String>> groups(Node settings, String type, String field, Map<Ref, String> names)
            throws UnreadableException {
        Map<String, SortedSet<String>> groups = new LinkedHashMap<>();
        for (Node group : settings.all("group")) {
            if (group.type().equals(type)) {
                groups.put(group.requiredText("name"), Vim.named(group, field, names));
            }
        }
        return groups;
    }

    /** Rules of the four kinds that a spec can have; others, such as those on the order of restarts, are left alone. */
    static Map<String, Rule> rules(Node settings, Map<Ref, String> machines) throws UnreadableException {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Node rule : settings.all("rule")) {
            Optional<Rule.Type> type = type(rule);
            if (type.isPresent() && rule.text("name").isPresent()) {
                boolean hosts = type.orElseThrow().aboutHosts();
                rules.put(
                        rule.requiredText("name"),
                        new Rule(
                                type,
                                rule.flag("enabled"),
                                hosts ? rule.flag("mandatory") : Optional.empty(),
                                hosts ? Optional.empty() : Optional.of(Vim.named(rule, "vm", machines)),
                                rule.text("vmGroupName"),
                                rule.text("affineHostGroupName").or(() -> rule.text("antiAffineHostGroupName")),
                                Optional.of(Rule.State.PRESENT),
                                Vim.integer(rule, "key")));
            }
        }
        return rules;
    }

    private static Optional<Rule.Type> type(Node rule) {
        return switch (rule.type()) {
            case "ClusterAffinityRuleSpec" -> Optional.of(Rule.Type.TOGETHER);
            case "ClusterAntiAffinityRuleSpec" -> Optional.of(Rule.Type.APART);
            case "ClusterVmHostRuleInfo" ->
                Optional.of(
                        rule.text("antiAffineHostGroupName").isPresent() ? Rule.Type.OFF_HOSTS : Rule.Type.ON_HOSTS);
            default -> Optional.empty();
        };
    }

    /** Groups that are new or have other members. */
    static List<Node> putGroups(
            String type,
            String field,
            String of,
            Map<String, SortedSet<String>> before,
            Map<String, SortedSet<String>> after) {
        List<Node> specs = new ArrayList<>();
        after.forEach((name, members) -> {
            if (!members.isEmpty() && !members.equals(before.get(name))) {
                Node info = Node.build("info", type)
                        .put(Node.string("name", name))
                        .putAll(Vim.references(field, of, members))
                        .end();
                specs.add(spec("groupSpec", "ClusterGroupSpec", before.containsKey(name) ? "edit" : "add", info));
            }
        });
        return specs;
    }

    /** Groups that are to be empty, or that the state before did not have. */
    static List<Node> removedGroups(Map<String, SortedSet<String>> before, Map<String, SortedSet<String>> after) {
        return before.entrySet().stream()
                .filter(group -> Optional.ofNullable(after.get(group.getKey()))
                        .map(left -> left.isEmpty() && !group.getValue().isEmpty())
                        .orElse(true))
                .map(Map.Entry::getKey)
                .map(name -> spec("groupSpec", "ClusterGroupSpec", "remove", Node.string("removeKey", name)))
                .toList();
    }

    /** Empty when a rule is to go of which the key is not known: nobody has seen it yet. */
    static Optional<List<Node>> changedRules(Map<String, Rule> before, Map<String, Rule> after) {
        List<Node> specs = new ArrayList<>();
        for (Map.Entry<String, Rule> entry : after.entrySet()) {
            Rule wanted = entry.getValue();
            Optional<Rule> found = Optional.ofNullable(before.get(entry.getKey()));
            if (!wanted.absent() && !found.equals(Optional.of(wanted))) {
                specs.add(spec(
                        "rulesSpec",
                        "ClusterRuleSpec",
                        found.isPresent() ? "edit" : "add",
                        info(entry.getKey(), found.flatMap(Rule::key), wanted)));
            }
        }
        for (Map.Entry<String, Rule> entry : before.entrySet()) {
            Optional<Rule> wanted = Optional.ofNullable(after.get(entry.getKey()));
            if (wanted.isEmpty() || wanted.orElseThrow().absent()) {
                if (entry.getValue().key().isEmpty()) {
                    return Optional.empty();
                }
                Node key = Node.number("removeKey", entry.getValue().key().orElseThrow());
                specs.add(spec("rulesSpec", "ClusterRuleSpec", "remove", key));
            }
        }
        return Optional.of(specs);
    }

    private static Node info(String name, Optional<Integer> key, Rule rule) {
        Rule.Type type = rule.type().orElse(Rule.Type.TOGETHER);
        NodeBuilder info = Node.build("info", word(type))
                .put(key.map(k -> Node.number("key", k)))
                .put(Node.flag("enabled", rule.enabled().orElse(true)))
                .put(Node.string("name", name))
                .put(rule.mandatory().filter(m -> type.aboutHosts()).map(m -> Node.flag("mandatory", m)));
        if (type.aboutHosts()) {
            String hosts = type == Rule.Type.ON_HOSTS ? "affineHostGroupName" : "antiAffineHostGroupName";
            return info.put(rule.vmGroup().map(g -> Node.string("vmGroupName", g)))
                    .put(rule.hostGroup().map(g -> Node.string(hosts, g)))
                    .end();
        }
        return info.putAll(rule.vms()
                        .map(v -> Vim.references("vm", "VirtualMachine", v))
                        .orElseGet(List::of))
                .end();
    }

    private static String word(Rule.Type type) {
        return switch (type) {
            case TOGETHER -> "ClusterAffinityRuleSpec";
            case APART -> "ClusterAntiAffinityRuleSpec";
            case ON_HOSTS, OFF_HOSTS -> "ClusterVmHostRuleInfo";
        };
    }

    private static Node spec(String name, String type, String operation, Node rest) {
        return Node.object(name, type, Node.plain("operation", "ArrayUpdateOperation", operation), rest);
    }
}
