package io.twinpath.risk.rule;

import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Host;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Admission control keeps less free than the largest host of the cluster has, or nothing. Shares are compared with the largest
 * host, or with an equal share where capacities are not known. Silent about clusters with hosts that stand by, and about what nobody
 * told.
 */
public final class AdmissionControl implements Rule {

    @Override
    public String code() {
        return "RSK0204";
    }

    @Override
    public String summary() {
        return "Too little kept free for a failure";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        return scene.rig().clusters().values().stream()
                .filter(cluster -> cluster.hosts().size() > 1)
                .flatMap(cluster -> finding(scene, cluster).stream())
                .toList();
    }

    private Optional<Finding> finding(Scene scene, Cluster cluster) {
        ToldCluster told = ToldCluster.of(scene, cluster.name());
        if (!told.on() || told.standby()) {
            return Optional.empty();
        }
        if (told.admission().equals(Optional.of(false))) {
            return Optional.of(
                    finding(scene, cluster, "is off: nothing is kept free for the machines of a failed host"));
        }
        return lacking(
                        scene,
                        cluster,
                        told.memoryPercent(),
                        "memory",
                        host -> host.capacity().memoryMb())
                .or(() -> lacking(
                        scene,
                        cluster,
                        told.cpuPercent(),
                        "CPU",
                        host -> host.capacity().cpuMhz()))
                .map(why -> finding(scene, cluster, why));
    }

    private static Optional<String> lacking(
            Scene scene,
            Cluster cluster,
            Optional<Integer> percent,
            String what,
            Function<Host, OptionalLong> capacity) {
        long needed = largestShare(scene, cluster, capacity);
        return percent.filter(p -> p < needed)
                .map(p -> "keeps " + p + " % of all " + what + " free, and the largest host has " + needed + " %");
    }

    /** In percent, rounded down, so that a share which just fits is not blamed. */
    private static long largestShare(Scene scene, Cluster cluster, Function<Host, OptionalLong> capacity) {
        List<OptionalLong> all = cluster.hosts().stream()
                .flatMap(name -> scene.rig().host(name).stream())
                .map(capacity)
                .toList();
        boolean known = all.size() == cluster.hosts().size() && all.stream().allMatch(OptionalLong::isPresent);
        long sum = all.stream().mapToLong(c -> c.orElse(0)).sum();
        return known && sum > 0
                ? 100 * all.stream().mapToLong(c -> c.orElse(0)).max().orElse(0) / sum
                : 100 / cluster.hosts().size();
    }

    private Finding finding(Scene scene, Cluster cluster, String why) {
        return Finding.of(
                        code(),
                        Severity.MEDIUM,
                        "Admission control of " + cluster.name() + " " + why + ".",
                        ToldCluster.address(cluster.name()).toString())
                .on(cluster.hosts())
                .at(scene.place(ToldCluster.address(cluster.name()), "ha", "admission"))
                .remedy(Remedy.of(
                        "Keep free what one host has.",
                        Yaml.cluster(cluster.name(), "ha: {admission: {enabled: true, host_failures: 1}}")));
    }
}
