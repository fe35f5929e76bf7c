package io.twinpath.rig.build;

import io.twinpath.kind.cluster.Ha;
import io.twinpath.kind.cluster.Rule;
import io.twinpath.rig.part.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Clusters as specs and vCenter's own words for them tell: what nobody says is as vCenter makes it. */
final class ClusterParts {

    private ClusterParts() {}

    static Cluster of(String name, io.twinpath.kind.cluster.Cluster told) {
        return new Cluster(
                name,
                told.hosts().orElseGet(TreeSet::new),
                told.ha().map(ClusterParts::protection).orElse(Cluster.Protection.OFF),
                rules(told));
    }

    /** What was found with what a spec says of it; what it leaves open stays as found. */
    static Cluster told(Cluster found, io.twinpath.kind.cluster.Cluster told) {
        List<Cluster.Rule> rules = new ArrayList<>(found.rules());
        rules.removeIf(rule -> told.rules().containsKey(rule.name()));
        rules.addAll(rules(told));
        return new Cluster(
                found.name(),
                told.hosts().orElse(found.hosts()),
                told.ha().map(ha -> protection(ha, found.protection())).orElse(found.protection()),
                rules);
    }

    private static Cluster.Protection protection(Ha ha, Cluster.Protection found) {
        return new Cluster.Protection(
                ha.enabled().orElse(found.enabled()),
                ha.hostMonitoring().orElse(found.hostMonitoring()),
                ha.componentProtection().orElse(found.components()),
                Responses.of(ha).or(found.defaults()),
                ha.heartbeatDatastores().orElse(found.heartbeats()),
                ha.heartbeatPolicy().map(p -> p == Ha.Heartbeats.SELECTED).orElse(found.onlyThese()));
    }

    private static Cluster.Protection protection(Ha ha) {
        return new Cluster.Protection(
                ha.enabled().orElse(false),
                ha.hostMonitoring().orElse(true),
                ha.componentProtection().orElse(false),
                Responses.of(ha),
                ha.heartbeatDatastores().orElseGet(TreeSet::new),
                ha.heartbeatPolicy().equals(Optional.of(Ha.Heartbeats.SELECTED)));
    }

    private static List<Cluster.Rule> rules(io.twinpath.kind.cluster.Cluster told) {
        List<Cluster.Rule> rules = new ArrayList<>();
        told.rules().forEach((name, rule) -> {
            boolean absent = rule.state().equals(Optional.of(Rule.State.ABSENT));
            if (!absent && rule.enabled().orElse(true) && rule.type().isPresent()) {
                rules.add(new Cluster.Rule(
                        name,
                        kind(rule.type().orElseThrow()),
                        rule.mandatory().orElse(false),
                        rule.vms().orElseGet(() -> members(told.vmGroups(), rule.vmGroup())),
                        members(told.hostGroups(), rule.hostGroup())));
            }
        });
        return rules;
    }

    private static SortedSet<String> members(Map<String, SortedSet<String>> groups, Optional<String> group) {
        return group.map(groups::get).orElseGet(TreeSet::new);
    }

    private static Cluster.Rule.Kind kind(Rule.Type type) {
        return switch (type) {
            case TOGETHER -> Cluster.Rule.Kind.TOGETHER;
            case APART -> Cluster.Rule.Kind.APART;
            case ON_HOSTS -> Cluster.Rule.Kind.ON_HOSTS;
            case OFF_HOSTS -> Cluster.Rule.Kind.OFF_HOSTS;
        };
    }
}
