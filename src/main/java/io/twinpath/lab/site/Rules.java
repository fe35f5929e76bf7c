package io.twinpath.lab.site;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the DRS rules of a cluster say about a machine on a host. */
public final class Rules {

    private final Site site;

    public Rules(Site site) {
        this.site = site;
    }

    /**
     * The first rule that a machine would break on a host.
     *
     * @param binding whether only those count that HA keeps too: mandatory ones, and those that keep machines apart
     */
    public Optional<String> broken(String vm, String host, boolean binding) {
        return site.clusterOf(host)
                .flatMap(c -> c.getValue().rules.entrySet().stream()
                        .filter(r -> r.getValue().enabled)
                        .filter(r -> !binding || r.getValue().mandatory || r.getValue().kind == DrsRule.Kind.APART)
                        .filter(r -> breaks(c.getValue(), r.getValue(), vm, host))
                        .map(r -> r.getKey())
                        .findFirst());
    }

    private boolean breaks(Cluster cluster, DrsRule rule, String vm, String host) {
        return switch (rule.kind) {
            case TOGETHER -> rule.vms.contains(vm) && others(rule, vm).anyMatch(o -> !o.host.equals(host));
            case APART -> rule.vms.contains(vm) && others(rule, vm).anyMatch(o -> o.host.equals(host));
            case ON_HOSTS ->
                group(cluster.vmGroups.get(rule.vmGroup)).contains(vm)
                        && !group(cluster.hostGroups.get(rule.hostGroup)).contains(host);
            case NOT_ON_HOSTS ->
                group(cluster.vmGroups.get(rule.vmGroup)).contains(vm)
                        && group(cluster.hostGroups.get(rule.hostGroup)).contains(host);
        };
    }

    private Stream<Vm> others(DrsRule rule, String vm) {
        return rule.vms.stream()
                .filter(o -> !o.equals(vm) && site.vms.containsKey(o))
                .map(site::vm)
                .filter(Vm::started);
    }

    private static Set<String> group(@Nullable Set<String> members) {
        return members == null ? Set.of() : members;
    }
}
