package io.twinpath.lab.vim;

import io.twinpath.lab.site.Cluster;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A cluster of a vCenter. */
final class ClusterObject implements ManagedObject {

    static final String KIND = "ClusterComputeResource";

    private final World world;
    private final String name;
    private final Cluster cluster;

    private ClusterObject(World world, String name, Cluster cluster) {
        this.world = world;
        this.name = name;
        this.cluster = cluster;
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref)
                .flatMap(n ->
                        Optional.ofNullable(world.site().clusters.get(n)).map(c -> new ClusterObject(world, n, c)));
    }

    @Override
    public Ref self() {
        return world.ref(KIND, name);
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), name, Optional.of(Folder.HOST.ref(world)))
                .put("resourcePool", ResourcePool.of(world, self()))
                .refs("host", cluster.hosts.stream().map(world::hostRef))
                .lazy("datastore", () -> all(Inventory::datastores))
                .lazy("network", () -> all(Inventory::networks))
                .unset(
                        "summary environmentBrowser configurationEx configManager lifecycleManaged configuration"
                                + " recommendation drsRecommendation hciConfig migrationHistory actionHistory drsFault summaryEx");
    }

    @Override
    public List<Ref> contained() {
        List<Ref> all =
                new ArrayList<>(cluster.hosts.stream().map(world::hostRef).toList());
        all.add(ResourcePool.of(world, self()));
        return all;
    }

    private Listing all(BiFunction<World, String, Stream<Ref>> ofHost) {
        return Listing.refs(
                cluster.hosts.stream().flatMap(h -> ofHost.apply(world, h)).distinct());
    }
}
