package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.Admission;
import io.twinpath.lab.site.Cluster;
import io.twinpath.lab.site.Drs;
import io.twinpath.lab.site.HighAvailability;
import io.twinpath.lab.site.Machines;
import io.twinpath.lab.site.VmOverride;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.World;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes the settings of a cluster.
 *
 * <p>Our reading: with {@code modify} what a request does not mention stays; without it, that goes back to its default. Options
 * of HA are merged by key, and one with an empty value is taken out. Rules, groups and overrides come as lists of additions,
 * edits and removals.
 */
final class ClusterChanges {

    private static final String PLAIN = "ComputeResourceConfigSpec";
    private static final Set<String> PRIORITIES =
            Set.of("disabled", "lowest", "low", "medium", "high", "highest", "clusterRestartPriority");
    private static final Set<String> ISOLATION = Set.of("none", "powerOff", "shutdown", "clusterIsolationResponse");

    private final World world;
    private final Cluster cluster;

    ClusterChanges(World world, Cluster cluster) {
        this.world = world;
        this.cluster = cluster;
    }

    void apply(Element spec, boolean modify) {
        if (spec.type().equals(PLAIN)) {
            throw Faults.invalidArgument("spec");
        }
        new ClusterWords(spec).check();
        Members members = new Members(world, cluster, spec);
        members.check();
        if (!modify) {
            cluster.ha = new HighAvailability();
            cluster.drs = new Drs();
            cluster.swap = "vmDirectory";
            cluster.overrides.clear();
            cluster.rules.clear();
            cluster.vmGroups.clear();
            cluster.hostGroups.clear();
        }
        spec.child("dasConfig").ifPresent(this::das);
        spec.child("drsConfig").ifPresent(this::drs);
        spec.text("vmSwapPlacement").ifPresent(s -> cluster.swap = s);
        members.write();
        Machines.rules(cluster);
    }

    private void das(Element das) {
        HighAvailability ha = cluster.ha;
        das.flag("enabled").ifPresent(f -> ha.enabled = f);
        das.text("vmMonitoring").ifPresent(t -> ha.vmMonitoring = t);
        das.text("hostMonitoring").ifPresent(t -> ha.hostMonitoring = t.equals("enabled"));
        das.text("vmComponentProtecting").ifPresent(t -> ha.componentProtection = t.equals("enabled"));
        das.number("failoverLevel").ifPresent(n -> ha.admission.hostFailures = n);
        das.child("admissionControlPolicy").ifPresent(p -> policy(p, ha.admission));
        das.flag("admissionControlEnabled").ifPresent(f -> ha.admission.enabled = f);
        das.child("defaultVmSettings").ifPresent(s -> {
            s.text("restartPriority").ifPresent(t -> ha.restartPriority = t);
            s.text("isolationResponse").ifPresent(t -> ha.isolationResponse = t);
            s.child("vmComponentProtectionSettings").ifPresent(p -> {
                p.text("vmStorageProtectionForAPD").ifPresent(t -> ha.onApd = t);
                p.number("vmTerminateDelayForAPDSec").ifPresent(n -> ha.apdDelay = n);
                p.text("vmReactionOnAPDCleared").ifPresent(t -> ha.apdCleared = t);
                p.text("vmStorageProtectionForPDL").ifPresent(t -> ha.onPdl = t);
            });
        });
        options(das, ha.options);
        if (!das.all("heartbeatDatastore").isEmpty()) {
            ha.heartbeatDatastores = new TreeSet<>(das.all("heartbeatDatastore").stream()
                    .map(e -> key(e.ref(), "spec.dasConfig.heartbeatDatastore"))
                    .toList());
        }
        das.text("hBDatastoreCandidatePolicy").ifPresent(t -> ha.heartbeatPolicy = t);
    }

    private void policy(Element sent, Admission admission) {
        sent.number("resourceReductionToToleratePercent").ifPresent(n -> admission.tolerated = n);
        sent.number("failoverLevel").ifPresent(n -> admission.hostFailures = n);
        switch (sent.type()) {
            case "ClusterFailoverLevelAdmissionControlPolicy" -> admission.policy = Admission.Policy.HOST_FAILURES;
            case "ClusterFailoverResourcesAdmissionControlPolicy" -> {
                admission.policy = Admission.Policy.PERCENTAGES;
                sent.number("cpuFailoverResourcesPercent").ifPresent(n -> admission.cpuPercent = n);
                sent.number("memoryFailoverResourcesPercent").ifPresent(n -> admission.memoryPercent = n);
                sent.flag("autoComputePercentages").ifPresent(f -> admission.automatic = f);
            }
            case "ClusterFailoverHostAdmissionControlPolicy" -> {
                admission.policy = Admission.Policy.FAILOVER_HOSTS;
                admission.failoverHosts = new TreeSet<>(sent.all("failoverHosts").stream()
                        .map(e -> key(e.ref(), "spec.dasConfig.admissionControlPolicy.failoverHosts"))
                        .toList());
            }
            default -> throw Faults.invalidArgument("spec.dasConfig.admissionControlPolicy");
        }
    }

    private void drs(Element sent) {
        Drs drs = cluster.drs;
        sent.flag("enabled").ifPresent(f -> drs.enabled = f);
        sent.flag("enableVmBehaviorOverrides").ifPresent(f -> drs.overridesAllowed = f);
        sent.text("defaultVmBehavior").ifPresent(t -> drs.behavior = t);
        sent.number("vmotionRate").ifPresent(n -> drs.vmotionRate = n);
        options(sent, drs.options);
    }

    private static void options(Element in, Map<String, String> options) {
        for (Element option : in.all("option")) {
            String value = option.text("value").orElse("");
            if (value.isEmpty()) {
                options.remove(option.need("key"));
            } else {
                options.put(option.need("key"), value);
            }
        }
    }

    /** What HA does otherwise for a machine; the words that mean "as the cluster" take a difference away. */
    static void override(VmOverride own, Element sent) {
        Element settings = sent.child("dasSettings").orElse(sent);
        Optional<String> priority = settings.text("restartPriority").or(() -> sent.text("restartPriority"));
        word(priority, PRIORITIES, "clusterRestartPriority", "restartPriority", t -> own.restartPriority = t);
        word(
                settings.text("isolationResponse"),
                ISOLATION,
                "clusterIsolationResponse",
                "isolationResponse",
                t -> own.isolationResponse = t);
        settings.child("vmComponentProtectionSettings").ifPresent(p -> {
            word(p.text("vmStorageProtectionForAPD"), Set.of(), "clusterDefault", "", t -> own.onApd = t);
            p.number("vmTerminateDelayForAPDSec").ifPresent(n -> own.apdDelay = n < 0 ? null : n);
            word(p.text("vmReactionOnAPDCleared"), Set.of(), "useClusterDefault", "", t -> own.apdCleared = t);
            word(p.text("vmStorageProtectionForPDL"), Set.of(), "clusterDefault", "", t -> own.onPdl = t);
        });
    }

    private static void word(Optional<String> sent, Set<String> known, String asCluster, String field, Setter own) {
        sent.ifPresent(t -> {
            if (!known.isEmpty() && !known.contains(t)) {
                throw Faults.invalidArgument("spec.dasVmConfigSpec.info.dasSettings." + field);
            }
            own.set(t.equals(asCluster) ? null : t);
        });
    }

    private String key(Ref ref, String path) {
        return world.find(ref).flatMap(o -> world.key(o.self())).orElseThrow(() -> Faults.invalidArgument(path));
    }

    /** Sets a word, or none. */
    @FunctionalInterface
    private interface Setter {
        void set(@Nullable String word);
    }
}
