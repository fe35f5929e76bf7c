package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.Cluster;
import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Links;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.Entities;
import io.twinpath.lab.vim.Inventory;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cluster of hosts. */
public final class ClusterObject implements ManagedObject {

    /** Its type in the API. */
    public static final String KIND = "ClusterComputeResource";

    private static final long BYTES_PER_MIB = 1L << 20;

    private final World world;
    private final String name;
    private final Cluster cluster;

    private ClusterObject(World world, String name, Cluster cluster) {
        this.world = world;
        this.name = name;
        this.cluster = cluster;
    }

    public static Optional<ManagedObject> find(World world, Ref ref) {
        return Optional.of(world)
                .filter(World::vcenter)
                .flatMap(w -> w.key(ref))
                .flatMap(n ->
                        Optional.ofNullable(world.site().clusters.get(n)).map(c -> new ClusterObject(world, n, c)));
    }

    @Override
    public Ref self() {
        return world.ref(KIND, name);
    }

    @Override
    public Data properties() {
        ClusterConfig config = new ClusterConfig(world, cluster);
        return Entities.entity(world, self(), name, Optional.of(Inventory.hostFolder(world)))
                .put("resourcePool", Inventory.poolOf(world, self()))
                .refs("host", cluster.hosts.stream().map(world::hostRef))
                .lazy("datastore", () -> Listing.refs(ofHosts(h -> Inventory.datastores(world, h))))
                .lazy("network", () -> Listing.refs(ofHosts(h -> Inventory.networks(world, h))))
                .lazy("summary", this::summary)
                .lazy("configuration", config::old)
                .lazy("configurationEx", config::config)
                .list("migrationHistory", "ClusterDrsMigration", Stream.empty())
                .unset("environmentBrowser configManager lifecycleManaged recommendation drsRecommendation"
                        + " actionHistory drsFault");
    }

    @Override
    public List<Ref> contained() {
        return Stream.concat(cluster.hosts.stream().map(world::hostRef), Stream.of(Inventory.poolOf(world, self())))
                .toList();
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .task(
                        "ReconfigureComputeResource_Task",
                        call -> Work.once(() -> new ClusterChanges(world, cluster)
                                .apply(
                                        call.argument("spec"),
                                        call.method().flag("modify").orElse(false))))
                .task(
                        "ReconfigureCluster_Task",
                        call -> Work.once(() -> new ClusterChanges(world, cluster)
                                .apply(
                                        call.argument("spec"),
                                        call.method().flag("modify").orElse(false))))
                .task(
                        "MoveInto_Task",
                        call -> Work.once(() -> new Membership(world, cluster)
                                .moveInto(call.method().all("host"))))
                .reads(
                        "RetrieveDasAdvancedRuntimeInfo",
                        call -> cluster.ha.enabled ? Optional.of(runtime()) : Optional.empty())
                .reads("RecommendHostsForVm", call -> Optional.empty())
                .does("RefreshRecommendation", call -> {});
    }

    private Stream<Ref> ofHosts(Function<String, Stream<Ref>> parts) {
        return cluster.hosts.stream().flatMap(parts).distinct();
    }

    private List<Host> effective() {
        Links links = new Links(world.site());
        return cluster.hosts.stream()
                .filter(h -> links.alive(h, world.host(h)) && !world.host(h).maintenance)
                .map(world::host)
                .toList();
    }

    private List<Host> members() {
        return cluster.hosts.stream().map(world::host).toList();
    }

    private Data summary() {
        List<Host> all = members();
        List<Host> effective = effective();
        return Data.of("ClusterComputeResourceSummary")
                .number("totalCpu", (int)
                        all.stream().mapToLong(h -> h.processor.capacity()).sum())
                .large(
                        "totalMemory",
                        all.stream().mapToLong(h -> h.memoryMib * BYTES_PER_MIB).sum())
                .small(
                        "numCpuCores",
                        all.stream().mapToInt(h -> h.processor.cores()).sum())
                .small(
                        "numCpuThreads",
                        all.stream().mapToInt(h -> h.processor.threads()).sum())
                .number("effectiveCpu", (int) effective.stream()
                        .mapToLong(h -> h.processor.capacity())
                        .sum())
                .large(
                        "effectiveMemory",
                        effective.stream().mapToLong(h -> h.memoryMib).sum())
                .number("numHosts", all.size())
                .number("numEffectiveHosts", effective.size())
                .text("overallStatus", "green")
                .number("currentFailoverLevel", Math.max(0, effective.size() - 1))
                .number("numVmotions", 0)
                .unset("admissionControlInfo targetBalance currentBalance usageSummary currentEVCModeKey dasData"
                        + " clusterMaintenanceModeStatus");
    }

    /** What HA knows of itself: who is protected by what. */
    private Data runtime() {
        Effects effects = new Effects(world.site());
        return Data.of("ClusterDasAdvancedRuntimeInfo")
                .put("dasHostInfo", Data.of("ClusterDasHostInfo"))
                .put(
                        "vmcpSupported",
                        Data.of("ClusterDasAdvancedRuntimeInfoVmcpCapabilityInfo")
                                .flag("storageAPDSupported", true)
                                .flag("storagePDLSupported", true))
                .list(
                        "heartbeatDatastoreInfo",
                        "DasHeartbeatDatastoreInfo",
                        cluster.ha.heartbeatDatastores.stream()
                                .map(d -> Data.of("DasHeartbeatDatastoreInfo")
                                        .put("datastore", world.ref("Datastore", d))
                                        .refs(
                                                "hosts",
                                                cluster.hosts.stream()
                                                        .filter(h -> effects.sees(h, d))
                                                        .map(world::hostRef))));
    }
}
