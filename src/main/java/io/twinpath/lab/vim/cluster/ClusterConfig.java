package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.Admission;
import io.twinpath.lab.site.Cluster;
import io.twinpath.lab.site.DrsRule;
import io.twinpath.lab.site.HighAvailability;
import io.twinpath.lab.site.Machines;
import io.twinpath.lab.site.VmOverride;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.vim.World;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of a cluster in the types of the API. */
final class ClusterConfig {

    private final World world;
    private final Cluster cluster;

    ClusterConfig(World world, Cluster cluster) {
        this.world = world;
        this.cluster = cluster;
    }

    Data config() {
        return Data.of("ClusterConfigInfoEx")
                .put("dasConfig", das())
                .list("dasVmConfig", "ClusterDasVmConfigInfo", overrides(this::dasVm, VmOverride::aboutHa))
                .put("drsConfig", drs())
                .list("drsVmConfig", "ClusterDrsVmConfigInfo", overrides(this::drsVm, VmOverride::aboutDrs))
                .list(
                        "rule",
                        "ClusterRuleInfo",
                        cluster.rules.entrySet().stream().map(this::rule))
                .put(
                        "dpmConfigInfo",
                        Data.of("ClusterDpmConfigInfo")
                                .flag("enabled", false)
                                .text("defaultDpmBehavior", "automated")
                                .number("hostPowerActionRate", 3))
                .list("group", "ClusterGroupInfo", groups())
                .text("vmSwapPlacement", cluster.swap)
                .flag("spbmEnabled", false)
                .unset("orchestration vmOrchestration dpmHostConfig vsanConfigInfo vsanHostConfig"
                        + " infraUpdateHaConfig proactiveDrsConfig cryptoConfig");
    }

    /** The old form, which knows the HA and DRS of the cluster and of single machines. */
    Data old() {
        return Data.of("ClusterConfigInfo")
                .put("dasConfig", das())
                .list("dasVmConfig", "ClusterDasVmConfigInfo", overrides(this::dasVm, VmOverride::aboutHa))
                .put("drsConfig", drs())
                .list("drsVmConfig", "ClusterDrsVmConfigInfo", overrides(this::drsVm, VmOverride::aboutDrs))
                .list(
                        "rule",
                        "ClusterRuleInfo",
                        cluster.rules.entrySet().stream().map(this::rule));
    }

    private Data das() {
        HighAvailability ha = cluster.ha;
        Admission admission = ha.admission;
        return Data.of("ClusterDasConfigInfo")
                .flag("enabled", ha.enabled)
                .text("vmMonitoring", ha.vmMonitoring)
                .text("hostMonitoring", ha.hostMonitoring ? "enabled" : "disabled")
                .text("vmComponentProtecting", ha.componentProtection ? "enabled" : "disabled")
                .maybe(
                        "failoverLevel",
                        Optional.of(admission.hostFailures)
                                .filter(n -> admission.policy == Admission.Policy.HOST_FAILURES)
                                .map(Scalar::of))
                .put("admissionControlPolicy", policy(admission))
                .flag("admissionControlEnabled", admission.enabled)
                .put(
                        "defaultVmSettings",
                        Data.of("ClusterDasVmSettings")
                                .text("restartPriority", ha.restartPriority)
                                .number("restartPriorityTimeout", 0)
                                .text("isolationResponse", ha.isolationResponse)
                                .unset("vmToolsMonitoringSettings")
                                .put(
                                        "vmComponentProtectionSettings",
                                        protection(ha.onApd, ha.apdDelay, ha.apdCleared, ha.onPdl)))
                .list("option", "OptionValue", ha.options.entrySet().stream().map(ClusterConfig::option))
                .refs("heartbeatDatastore", ha.heartbeatDatastores.stream().map(d -> world.ref("Datastore", d)))
                .text("hBDatastoreCandidatePolicy", ha.heartbeatPolicy);
    }

    private Data policy(Admission admission) {
        return switch (admission.policy) {
            case HOST_FAILURES ->
                Data.of("ClusterFailoverLevelAdmissionControlPolicy")
                        .number("resourceReductionToToleratePercent", admission.tolerated)
                        .number("failoverLevel", admission.hostFailures)
                        .unset("slotPolicy");
            case PERCENTAGES ->
                Data.of("ClusterFailoverResourcesAdmissionControlPolicy")
                        .number("resourceReductionToToleratePercent", admission.tolerated)
                        .number("cpuFailoverResourcesPercent", admission.cpuPercent)
                        .number("memoryFailoverResourcesPercent", admission.memoryPercent)
                        .number("failoverLevel", admission.hostFailures)
                        .flag("autoComputePercentages", admission.automatic);
            case FAILOVER_HOSTS ->
                Data.of("ClusterFailoverHostAdmissionControlPolicy")
                        .number("resourceReductionToToleratePercent", admission.tolerated)
                        .refs("failoverHosts", admission.failoverHosts.stream().map(world::hostRef))
                        .number("failoverLevel", admission.hostFailures);
        };
    }

    private static Data protection(
            @Nullable String apd, @Nullable Integer delay, @Nullable String cleared, @Nullable String pdl) {
        return Data.of("ClusterVmComponentProtectionSettings")
                .maybe("vmStorageProtectionForAPD", Optional.ofNullable(apd).map(Scalar::of))
                .unset("enableAPDTimeoutForHosts")
                .maybe("vmTerminateDelayForAPDSec", Optional.ofNullable(delay).map(Scalar::of))
                .maybe("vmReactionOnAPDCleared", Optional.ofNullable(cleared).map(Scalar::of))
                .maybe("vmStorageProtectionForPDL", Optional.ofNullable(pdl).map(Scalar::of));
    }

    private Data drs() {
        return Data.of("ClusterDrsConfigInfo")
                .flag("enabled", cluster.drs.enabled)
                .flag("enableVmBehaviorOverrides", cluster.drs.overridesAllowed)
                .text("defaultVmBehavior", cluster.drs.behavior)
                .number("vmotionRate", cluster.drs.vmotionRate)
                .unset("scaleDescendantsShares")
                .list(
                        "option",
                        "OptionValue",
                        cluster.drs.options.entrySet().stream().map(ClusterConfig::option));
    }

    private Data dasVm(Ref vm, VmOverride own) {
        Data settings = Data.of("ClusterDasVmSettings")
                .maybe(
                        "restartPriority",
                        Optional.ofNullable(own.restartPriority).map(Scalar::of))
                .maybe(
                        "isolationResponse",
                        Optional.ofNullable(own.isolationResponse).map(Scalar::of));
        if (own.aboutStorage()) {
            settings.put(
                    "vmComponentProtectionSettings", protection(own.onApd, own.apdDelay, own.apdCleared, own.onPdl));
        }
        return Data.of("ClusterDasVmConfigInfo")
                .put("key", vm)
                .maybe(
                        "restartPriority",
                        Optional.ofNullable(own.restartPriority)
                                .filter(p -> !p.endsWith("est"))
                                .map(Scalar::of))
                .put("dasSettings", settings);
    }

    private Data drsVm(Ref vm, VmOverride own) {
        return Data.of("ClusterDrsVmConfigInfo")
                .put("key", vm)
                .flag("enabled", own.drs == null || own.drs)
                .text("behavior", own.drsBehavior == null ? cluster.drs.behavior : own.drsBehavior);
    }

    private Stream<Data> overrides(BiFunction<Ref, VmOverride, Data> form, Predicate<VmOverride> about) {
        return cluster.overrides.entrySet().stream()
                .filter(o -> about.test(o.getValue()))
                .map(o -> form.apply(world.ref("VirtualMachine", o.getKey()), o.getValue()));
    }

    private Data rule(Map.Entry<String, DrsRule> entry) {
        DrsRule rule = entry.getValue();
        Data data = Data.of(type(rule))
                .number("key", rule.key)
                .text("status", "green")
                .flag("enabled", rule.enabled)
                .text("name", entry.getKey())
                .flag("mandatory", rule.mandatory)
                .flag("userCreated", true)
                .unset("inCompliance")
                .text("ruleUuid", Machines.named("rule/" + entry.getKey()));
        return switch (rule.kind) {
            case TOGETHER, APART -> data.refs("vm", rule.vms.stream().map(v -> world.ref("VirtualMachine", v)));
            case ON_HOSTS -> data.text("vmGroupName", rule.vmGroup).text("affineHostGroupName", rule.hostGroup);
            case NOT_ON_HOSTS -> data.text("vmGroupName", rule.vmGroup).text("antiAffineHostGroupName", rule.hostGroup);
        };
    }

    private static String type(DrsRule rule) {
        return switch (rule.kind) {
            case TOGETHER -> "ClusterAffinityRuleSpec";
            case APART -> "ClusterAntiAffinityRuleSpec";
            case ON_HOSTS, NOT_ON_HOSTS -> "ClusterVmHostRuleInfo";
        };
    }

    private Stream<Data> groups() {
        return Stream.concat(
                cluster.vmGroups.entrySet().stream().map(g -> group("ClusterVmGroup", g, "vm", "VirtualMachine")),
                cluster.hostGroups.entrySet().stream().map(g -> group("ClusterHostGroup", g, "host", "HostSystem")));
    }

    private Data group(String type, Map.Entry<String, NavigableSet<String>> group, String field, String kind) {
        Collection<String> members = group.getValue();
        return Data.of(type)
                .text("name", group.getKey())
                .flag("userCreated", true)
                .refs(field, members.stream().map(m -> world.ref(kind, m)));
    }

    private static Data option(Map.Entry<String, String> option) {
        return Data.of("OptionValue").text("key", option.getKey()).any("value", Scalar.of(option.getValue()));
    }
}
