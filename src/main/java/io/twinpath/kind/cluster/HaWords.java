package io.twinpath.kind.cluster;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.DasSettings;
import io.twinpath.kind.Script;
import io.twinpath.kind.Vim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** HA in the words of {@code ClusterDasConfigInfo}. */
final class HaWords {

    private HaWords() {}

    static Ha read(Node settings, Map<Ref, String> hosts, Map<Ref, String> datastores) throws UnreadableException {
        Node das = settings.required("dasConfig");
        DasSettings defaults = DasSettings.of(das.child("defaultVmSettings"));
        return new Ha(
                Optional.of(das.flag("enabled").orElse(false)),
                das.text("hostMonitoring").map("enabled"::equals),
                Optional.of(admission(das, hosts)),
                das.text("vmComponentProtecting").map("enabled"::equals),
                defaults.onApd(),
                defaults.apdDelay(),
                defaults.onApdCleared(),
                defaults.onPdl(),
                defaults.isolationResponse(),
                defaults.restartPriority(),
                defaults.restartDelay(),
                Optional.of(Vim.named(das, "heartbeatDatastore", datastores)),
                Vim.constant(Ha.Heartbeats.class, Ha.Heartbeats::word, das.text("hBDatastoreCandidatePolicy")),
                options(das),
                defaults.monitoring());
    }

    private static Admission admission(Node das, Map<Ref, String> hosts) throws UnreadableException {
        Optional<Boolean> enabled = das.flag("admissionControlEnabled");
        Optional<Node> found = das.child("admissionControlPolicy");
        if (found.isEmpty()) {
            return new Admission(
                    enabled,
                    Optional.empty(),
                    Vim.integer(das, "failoverLevel"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        Node policy = found.orElseThrow();
        // Shares in percent are the server's own reckoning unless somebody said otherwise.
        boolean percent = !policy.flag("autoComputePercentages").orElse(true);
        Optional<Admission.Policy> kind = policy(policy.type());
        boolean standby = kind.equals(Optional.of(Admission.Policy.FAILOVER_HOSTS));
        return new Admission(
                enabled,
                kind,
                percent ? Optional.empty() : Vim.integer(policy, "failoverLevel"),
                percent ? Vim.integer(policy, "cpuFailoverResourcesPercent") : Optional.empty(),
                percent ? Vim.integer(policy, "memoryFailoverResourcesPercent") : Optional.empty(),
                standby ? Optional.of(Vim.named(policy, "failoverHosts", hosts)) : Optional.empty(),
                Vim.integer(policy, "resourceReductionToToleratePercent"));
    }

    private static Optional<Admission.Policy> policy(String type) {
        return switch (type) {
            case "ClusterFailoverResourcesAdmissionControlPolicy" -> Optional.of(Admission.Policy.RESOURCES);
            case "ClusterFailoverLevelAdmissionControlPolicy" -> Optional.of(Admission.Policy.SLOTS);
            case "ClusterFailoverHostAdmissionControlPolicy" -> Optional.of(Admission.Policy.FAILOVER_HOSTS);
            default -> Optional.empty();
        };
    }

    static Map<String, String> options(Node config) throws UnreadableException {
        Map<String, String> options = new LinkedHashMap<>();
        for (Node option : config.all("option")) {
            options.put(option.requiredText("key"), option.text("value").orElse(""));
        }
        return options;
    }

    /** The fields that differ; empty when none does. */
    static Optional<Node> changed(Ha before, Ha after) {
        Node config = Node.build("dasConfig", "ClusterDasConfigInfo")
                .put(flag("enabled", before.enabled(), after.enabled()))
                .put(state("hostMonitoring", before.hostMonitoring(), after.hostMonitoring()))
                .put(state("vmComponentProtecting", before.componentProtection(), after.componentProtection()))
                .put(policy(before, after))
                .put(flag(
                        "admissionControlEnabled",
                        before.admission().flatMap(Admission::enabled),
                        after.admission().flatMap(Admission::enabled)))
                .put(Optional.of(after.defaults())
                        .filter(d -> !d.equals(before.defaults()))
                        .map(d -> d.node("defaultVmSettings")))
                .putAll(DrsWords.options(before.options(), after.options()))
                .putAll(
                        Script.differs(before.heartbeatDatastores(), after.heartbeatDatastores())
                                ? Vim.references(
                                        "heartbeatDatastore",
                                        "Datastore",
                                        after.heartbeatDatastores().orElseThrow())
                                : List.of())
                .put(
                        Script.differs(before.heartbeatPolicy(), after.heartbeatPolicy())
                                ? after.heartbeatPolicy().map(p -> Node.string("hBDatastoreCandidatePolicy", p.word()))
                                : Optional.empty())
                .end();
        return config.items().isEmpty() ? Optional.empty() : Optional.of(config);
    }

    static Optional<Node> flag(String name, Optional<Boolean> before, Optional<Boolean> after) {
        return Script.differs(before, after) ? after.map(v -> Node.flag(name, v)) : Optional.empty();
    }

    /** {@code ClusterDasConfigInfoServiceState}. */
    private static Optional<Node> state(String name, Optional<Boolean> before, Optional<Boolean> after) {
        return Script.differs(before, after)
                ? after.map(v -> Node.string(name, v ? "enabled" : "disabled"))
                : Optional.empty();
    }

    private static Optional<Node> policy(Ha before, Ha after) {
        Optional<Node> wanted = after.admission().flatMap(HaWords::policy);
        return wanted.equals(before.admission().flatMap(HaWords::policy)) ? Optional.empty() : wanted;
    }

    /** A policy, whole: of its parts none stays when it is sent. */
    private static Optional<Node> policy(Admission admission) {
        Optional<Node> reduction =
                admission.toleratedReduction().map(r -> Node.number("resourceReductionToToleratePercent", r));
        return admission.policy().map(policy -> switch (policy) {
            case RESOURCES ->
                Node.build("admissionControlPolicy", "ClusterFailoverResourcesAdmissionControlPolicy")
                        .put(reduction)
                        .put(Node.number(
                                "cpuFailoverResourcesPercent",
                                admission.cpuPercent().orElse(0)))
                        .put(Node.number(
                                "memoryFailoverResourcesPercent",
                                admission.memoryPercent().orElse(0)))
                        .put(Node.number(
                                "failoverLevel", admission.hostFailures().orElse(1)))
                        .put(Node.flag("autoComputePercentages", !admission.byPercent()))
                        .end();
            case SLOTS ->
                Node.build("admissionControlPolicy", "ClusterFailoverLevelAdmissionControlPolicy")
                        .put(reduction)
                        .put(Node.number(
                                "failoverLevel", admission.hostFailures().orElse(1)))
                        .end();
            case FAILOVER_HOSTS ->
                Node.build("admissionControlPolicy", "ClusterFailoverHostAdmissionControlPolicy")
                        .put(reduction)
                        .putAll(Vim.references(
                                "failoverHosts",
                                "HostSystem",
                                admission.failoverHosts().orElseGet(TreeSet::new)))
                        .put(admission.hostFailures().map(n -> Node.number("failoverLevel", n)))
                        .end();
        });
    }

    /** As a server will have it: a policy where none is named, and nothing of those that are not chosen. */
    static Admission settled(Admission wanted, Optional<Admission> found) {
        Admission.Policy policy = wanted.policy().orElseGet(() -> implied(wanted, found));
        SortedSet<String> none = new TreeSet<>();
        return new Admission(
                wanted.enabled(),
                wanted.policy().isPresent() || wanted.hostFailures().isPresent() || wanted.byPercent()
                        ? Optional.of(policy)
                        : Optional.empty(),
                wanted.hostFailures(),
                wanted.byPercent() ? wanted.cpuPercent().or(() -> Optional.of(0)) : Optional.empty(),
                wanted.byPercent() ? wanted.memoryPercent().or(() -> Optional.of(0)) : Optional.empty(),
                policy == Admission.Policy.FAILOVER_HOSTS
                        ? wanted.failoverHosts().or(() -> Optional.of(none))
                        : Optional.empty(),
                wanted.toleratedReduction());
    }

    private static Admission.Policy implied(Admission wanted, Optional<Admission> found) {
        return wanted.byPercent()
                ? Admission.Policy.RESOURCES
                : found.flatMap(Admission::policy).orElse(Admission.Policy.RESOURCES);
    }
}
