package io.twinpath.kind.cluster;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.PdlResponse;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.Seconds;
import java.util.List;
import java.util.Map;

/** What a wanted cluster must keep beyond the types of its fields. */
final class ClusterRules {

    private static final Seconds LONGEST = new Seconds(3600);

    private ClusterRules() {}

    static void check(Resource<Cluster> resource, Diagnostics into) {
        resource.desired().ifPresent(cluster -> {
            cluster.ha().ifPresent(ha -> {
                protection(resource, ha, into);
                times(resource, ha, into);
                heartbeats(resource, ha, into);
                options(resource, "ha", ha.options(), into);
                ha.admission().ifPresent(a -> admission(resource, a, into));
            });
            cluster.drs().ifPresent(drs -> options(resource, "drs", drs.options(), into));
            cluster.rules().forEach((name, rule) -> rule(resource, name, rule, into));
        });
    }

    /** Responses to lost storage that are set and switched off as a whole look like protection and are none. */
    private static void protection(Resource<?> resource, Ha ha, Diagnostics into) {
        boolean apd = ha.onApd().filter(r -> r != ApdResponse.DISABLED).isPresent();
        boolean pdl = ha.onPdl().filter(r -> r != PdlResponse.DISABLED).isPresent();
        if ((apd || pdl) && ha.componentProtection().isEmpty()) {
            into.add(KindProblem.needsAnother(
                    resource,
                    path("ha", apd ? "on_apd" : "on_pdl"),
                    "It has no effect unless \"component_protection\" is true, so say whether it is."));
        }
    }

    private static void times(Resource<?> resource, Ha ha, Diagnostics into) {
        ha.apdDelay()
                .filter(t -> t.compareTo(LONGEST) > 0)
                .ifPresent(t -> into.add(
                        KindProblem.malformed(resource, path("ha", "apd_delay"), t.toString(), "a time of up to 1h")));
        ha.restartDelay()
                .filter(t -> t.compareTo(LONGEST) > 0)
                .ifPresent(t -> into.add(KindProblem.malformed(
                        resource, path("ha", "restart_delay"), t.toString(), "a time of up to 1h")));
    }

    /** An empty list cannot be told from one that was left out in what is sent. */
    private static void heartbeats(Resource<?> resource, Ha ha, Diagnostics into) {
        if (ha.heartbeatDatastores().filter(some -> some.isEmpty()).isPresent()) {
            into.add(
                    KindProblem.needsAnother(
                            resource,
                            path("ha", "heartbeat_datastores"),
                            "The API cannot clear the list. With \"heartbeat_policy: any\" the list has no effect; leave it out."));
        }
    }

    private static void options(Resource<?> resource, String part, Map<String, String> options, Diagnostics into) {
        options.forEach((key, value) -> {
            if (key.isBlank() || value.isEmpty()) {
                into.add(KindProblem.malformed(
                        resource, path(part, "options", key), value, "a value: how an option is removed is not known"));
            }
        });
    }

    private static void admission(Resource<?> resource, Admission admission, Diagnostics into) {
        boolean resources =
                admission.policy().map(p -> p == Admission.Policy.RESOURCES).orElse(true);
        if (admission.byPercent() && (!resources || admission.hostFailures().isPresent())) {
            into.add(KindProblem.contradiction(
                    resource,
                    path("ha", "admission", admission.cpuPercent().isPresent() ? "cpu_percent" : "memory_percent"),
                    "Shares are given in percent or follow from \"host_failures\", and only the policy \"resources\" has"
                            + " them."));
        }
        boolean standby = admission
                .policy()
                .filter(p -> p == Admission.Policy.FAILOVER_HOSTS)
                .isPresent();
        if (standby != admission.failoverHosts().filter(h -> !h.isEmpty()).isPresent()) {
            into.add(KindProblem.needsAnother(
                    resource,
                    path("ha", "admission"),
                    "\"policy: failover_hosts\" and the list \"failover_hosts\" go together."));
        }
    }

    private static void rule(Resource<?> resource, String name, Rule rule, Diagnostics into) {
        if (rule.absent()) {
            return;
        }
        if (rule.type().isEmpty()) {
            into.add(KindProblem.needsAnother(resource, path("rules", name), "A rule has a \"type\"."));
            return;
        }
        boolean groups = rule.vmGroup().isPresent() && rule.hostGroup().isPresent();
        boolean anyGroup = rule.vmGroup().isPresent() || rule.hostGroup().isPresent();
        boolean pair = rule.vms().filter(v -> v.size() >= 2).isPresent();
        if (rule.type().orElseThrow().aboutHosts() ? !groups || rule.vms().isPresent() : !pair || anyGroup) {
            into.add(KindProblem.needsAnother(
                    resource,
                    path("rules", name),
                    "A rule about hosts has \"vm_group\" and \"host_group\"; one about virtual machines has \"vms\", two at"
                            + " least."));
        }
    }

    private static FieldPath path(String... segments) {
        return new FieldPath(List.of(segments));
    }
}
