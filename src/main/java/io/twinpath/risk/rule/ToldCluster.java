package io.twinpath.risk.rule;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.cluster.Admission;
import io.twinpath.kind.cluster.Cluster;
import io.twinpath.kind.cluster.Ha;
import io.twinpath.kind.inventory.Inventory;
import io.twinpath.model.Address;
import io.twinpath.risk.Scene;
import java.util.Optional;

/**
 * What is known of a cluster's HA: as its resource has it, else as vCenter's inventory does. The rig takes what nobody told for
 * off, which is no ground for a finding.
 */
record ToldCluster(
        Optional<Boolean> enabled,
        Optional<Boolean> componentProtection,
        Optional<ApdResponse> onApd,
        Optional<PdlResponse> onPdl,
        Optional<Boolean> admission,
        boolean standby,
        Optional<Integer> cpuPercent,
        Optional<Integer> memoryPercent) {

    static ToldCluster of(Scene scene, String name) {
        Optional<Ha> own = scene.value(address(name), Cluster.class).flatMap(Cluster::ha);
        Optional<io.twinpath.kind.inventory.Cluster.Protection> seen = scene.all(Inventory.class).values().stream()
                .flatMap(all -> Optional.ofNullable(all.clusters().get(name)).stream())
                .findFirst()
                .map(io.twinpath.kind.inventory.Cluster::ha);
        Optional<Admission> kept = own.flatMap(Ha::admission);
        Optional<io.twinpath.kind.inventory.Cluster.Admission> found =
                seen.map(io.twinpath.kind.inventory.Cluster.Protection::admission);
        return new ToldCluster(
                own.flatMap(Ha::enabled).or(() -> seen.flatMap(s -> s.enabled())),
                own.flatMap(Ha::componentProtection).or(() -> seen.flatMap(s -> s.componentProtection())),
                own.flatMap(Ha::onApd).or(() -> seen.flatMap(s -> s.defaults().onApd())),
                own.flatMap(Ha::onPdl).or(() -> seen.flatMap(s -> s.defaults().onPdl())),
                kept.flatMap(Admission::enabled).or(() -> found.flatMap(f -> f.enabled())),
                kept.flatMap(Admission::failoverHosts).isPresent()
                        || found.filter(f -> !f.failoverHosts().isEmpty()).isPresent(),
                kept.flatMap(Admission::cpuPercent).or(() -> found.flatMap(f -> f.cpuPercent())),
                kept.flatMap(Admission::memoryPercent).or(() -> found.flatMap(f -> f.memoryPercent())));
    }

    static Address address(String name) {
        return Address.inSite("cluster", name);
    }

    boolean on() {
        return enabled.orElse(false);
    }

    boolean restartsOnApd() {
        return componentProtection.orElse(false)
                && onApd.filter(a -> a == ApdResponse.RESTART_CONSERVATIVE || a == ApdResponse.RESTART_AGGRESSIVE)
                        .isPresent();
    }
}
