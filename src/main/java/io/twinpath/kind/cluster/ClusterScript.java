package io.twinpath.kind.cluster;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Vim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The calls that bring a cluster from one state to another. */
final class ClusterScript {

    private ClusterScript() {}

    /**
     * Hosts first, so that admission control is set for the cluster as it will be; groups before the rules that speak of
     * them, and what nobody speaks of any more last. Nothing at all when a part of it cannot be done, such as to take back a
     * host.
     */
    static List<Command> of(String name, Cluster before, Cluster after) {
        Handle cluster = new Handle.Named("ClusterComputeResource", name);
        List<Command> commands = new ArrayList<>();
        SortedSet<String> joining = new TreeSet<>(after.hosts().orElseGet(TreeSet::new));
        joining.removeAll(before.hosts().orElseGet(TreeSet::new));
        SortedSet<String> leaving = new TreeSet<>(before.hosts().orElseGet(TreeSet::new));
        leaving.removeAll(after.hosts().orElseGet(TreeSet::new));
        Optional<List<Node>> rules = RuleWords.changedRules(before.rules(), after.rules());
        if (rules.isEmpty() || (after.hosts().isPresent() && !leaving.isEmpty())) {
            return List.of();
        }
        if (!joining.isEmpty()) {
            commands.add(new MethodCommand(cluster, "MoveInto_Task", Vim.references("host", "HostSystem", joining)));
        }
        List<Node> groups = new ArrayList<>();
        groups.addAll(
                RuleWords.putGroups("ClusterVmGroup", "vm", "VirtualMachine", before.vmGroups(), after.vmGroups()));
        groups.addAll(
                RuleWords.putGroups("ClusterHostGroup", "host", "HostSystem", before.hostGroups(), after.hostGroups()));
        List<Node> gone = new ArrayList<>(RuleWords.removedGroups(before.vmGroups(), after.vmGroups()));
        gone.addAll(RuleWords.removedGroups(before.hostGroups(), after.hostGroups()));
        reconfigure(cluster, groups, commands);
        reconfigure(cluster, settings(before, after, rules.orElseThrow()), commands);
        reconfigure(cluster, gone, commands);
        return List.copyOf(commands);
    }

    private static List<Node> settings(Cluster before, Cluster after, List<Node> rules) {
        List<Node> settings = new ArrayList<>();
        before.ha().flatMap(b -> after.ha().flatMap(a -> HaWords.changed(b, a))).ifPresent(settings::add);
        before.drs()
                .flatMap(b -> after.drs().flatMap(a -> DrsWords.changed(b, a)))
                .ifPresent(settings::add);
        settings.addAll(rules);
        return settings;
    }

    private static void reconfigure(Handle cluster, List<Node> fields, List<Command> commands) {
        if (!fields.isEmpty()) {
            commands.add(MethodCommand.of(
                    cluster,
                    "ReconfigureComputeResource_Task",
                    Node.object("spec", "ClusterConfigSpecEx", fields),
                    Node.flag("modify", true)));
        }
    }
}
