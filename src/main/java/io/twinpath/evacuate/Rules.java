package io.twinpath.evacuate;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Vim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rules of a cluster that a move could break; those about hosts only where they are mandatory. */
final class Rules {

    private Rules() {}

    static List<Affinity> of(Node settings, Map<Ref, String> machines, Map<Ref, String> hosts)
            throws UnreadableException {
        Map<String, SortedSet<String>> groups = new HashMap<>();
        for (Node group : settings.all("group")) {
            SortedSet<String> members = new TreeSet<>(Vim.named(group, "vm", machines));
            members.addAll(Vim.named(group, "host", hosts));
            groups.put(group.text("name").orElse(""), members);
        }
        List<Affinity> rules = new ArrayList<>();
        for (Node rule : settings.all("rule")) {
            String name = rule.text("name").orElse("");
            if (!rule.flag("enabled").orElse(false)) {
                continue;
            }
            if (rule.type().equals("ClusterAntiAffinityRuleSpec")) {
                rules.add(new Affinity(name, Affinity.Type.APART, Vim.named(rule, "vm", machines), new TreeSet<>()));
            } else if (rule.type().equals("ClusterVmHostRuleInfo")
                    && rule.flag("mandatory").orElse(false)) {
                Optional<String> only = rule.text("affineHostGroupName");
                rules.add(new Affinity(
                        name,
                        only.isPresent() ? Affinity.Type.ONLY_ON : Affinity.Type.NEVER_ON,
                        group(groups, rule.text("vmGroupName")),
                        group(groups, only.or(() -> rule.text("antiAffineHostGroupName")))));
            }
        }
        return rules;
    }

    private static SortedSet<String> group(Map<String, SortedSet<String>> groups, Optional<String> name) {
        return name.map(groups::get).orElseGet(TreeSet::new);
    }
}
