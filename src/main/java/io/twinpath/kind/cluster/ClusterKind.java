package io.twinpath.kind.cluster;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Clusters with HA and DRS. */
public final class ClusterKind implements Kind<Cluster> {

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String title() {
        return "a cluster";
    }

    @Override
    public Class<Cluster> type() {
        return Cluster.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("clusters");
    }

    /** Its hosts and virtual machines would go with it. */
    @Override
    public boolean removable() {
        return false;
    }

    @Override
    public void check(Resource<Cluster> resource, Diagnostics into) {
        ClusterRules.check(resource, into);
    }

    @Override
    public Cluster settle(Cluster desired, Cluster observed) {
        Map<String, Rule> rules = new LinkedHashMap<>(desired.rules());
        rules.entrySet()
                .removeIf(e -> e.getValue().absent() && !observed.rules().containsKey(e.getKey()));
        return new Cluster(
                desired.hosts(),
                desired.ha().map(ha -> settled(ha, observed.ha())),
                desired.drs(),
                groups(desired.vmGroups(), observed.vmGroups()),
                groups(desired.hostGroups(), observed.hostGroups()),
                Collections.unmodifiableMap(rules),
                desired.unknownHosts(),
                desired.busyHosts());
    }

    /** What is to be gone and is not there needs no change. */
    private static Map<String, SortedSet<String>> groups(
            Map<String, SortedSet<String>> desired, Map<String, SortedSet<String>> observed) {
        Map<String, SortedSet<String>> groups = new LinkedHashMap<>(desired);
        groups.entrySet().removeIf(e -> e.getValue().isEmpty() && !observed.containsKey(e.getKey()));
        return Collections.unmodifiableMap(groups);
    }

    private static Ha settled(Ha wanted, Optional<Ha> found) {
        return new Ha(
                wanted.enabled(),
                wanted.hostMonitoring(),
                wanted.admission().map(a -> HaWords.settled(a, found.flatMap(Ha::admission))),
                wanted.componentProtection(),
                wanted.onApd(),
                wanted.apdDelay(),
                wanted.onApdCleared(),
                wanted.onPdl(),
                wanted.isolationResponse(),
                wanted.restartPriority(),
                wanted.restartDelay(),
                wanted.heartbeatDatastores(),
                wanted.heartbeatPolicy(),
                wanted.options(),
                wanted.monitoring());
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Cluster> resource, Observed<Cluster> observed) {
        String name = resource.address().name();
        return switch (observed) {
            case Observed.Absent<Cluster> a ->
                resource.desired()
                        .map(d -> new Obstacle.Unsupported(
                                "vCenter has no cluster " + name + ". Make it there; its settings are set from here."));
            case Observed.Present<Cluster> p -> resource.desired().flatMap(d -> membership(d, p.value()));
            case Observed.Unreadable<Cluster> u -> Optional.empty();
        };
    }

    private static Optional<Obstacle> membership(Cluster desired, Cluster found) {
        if (desired.hosts().isEmpty() || desired.hosts().equals(found.hosts())) {
            return Optional.empty();
        }
        SortedSet<String> extra = new TreeSet<>(found.hosts().orElseGet(TreeSet::new));
        extra.removeAll(desired.hosts().orElseThrow());
        SortedSet<String> unknown = found.unknownHosts().orElseGet(TreeSet::new);
        SortedSet<String> busy = found.busyHosts().orElseGet(TreeSet::new);
        if (!unknown.isEmpty()) {
            return Optional.of(new Obstacle.HandsOn("vCenter has no " + String.join(", ", unknown)
                    + ". Add it to vCenter, which needs its password and its certificate, then plan again."));
        }
        if (!extra.isEmpty()) {
            return Optional.of(new Obstacle.HandsOn("The cluster also has " + String.join(", ", extra)
                    + ", and no host is taken out of a cluster from here: name it among its hosts, or move it out in"
                    + " vCenter."));
        }
        return busy.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle.HandsOn(String.join(", ", busy)
                        + " joins the cluster only in maintenance mode: set \"maintenance: true\" for it first."));
    }

    /** HA and DRS decide about virtual machines; a host that moves takes its network and storage with it. */
    @Override
    public RiskClass risk(Change<Cluster> change) {
        return switch (change) {
            case Change.Update<Cluster> c ->
                c.observed().hosts().equals(c.target().hosts()) ? RiskClass.VM : RiskClass.HOST;
            case Change.Replace<Cluster> c -> RiskClass.HOST;
            case Change.Create<Cluster> c -> RiskClass.HARMLESS;
            case Change.Delete<Cluster> c -> RiskClass.HOST;
            case Change.Keep<Cluster> c -> RiskClass.HARMLESS;
            case Change.Blocked<Cluster> c -> RiskClass.HARMLESS;
        };
    }

    @Override
    public List<String> notes(Change<Cluster> change) {
        if (!(change instanceof Change.Update<Cluster> update)) {
            return List.of();
        }
        boolean off = update.target().ha().flatMap(Ha::enabled).equals(Optional.of(false));
        boolean protection =
                update.deltas().stream().anyMatch(d -> d.path().toString().equals("ha.component_protection"));
        return off && protection
                ? List.of("HA is off in this cluster, so nothing is restarted, whatever its component protection says.")
                : List.of();
    }

    @Override
    public List<Binding<Cluster>> bindings() {
        return List.of(new ClusterApi());
    }
}
