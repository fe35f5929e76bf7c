package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a host that is in no cluster gives. */
final class ComputeResource implements ManagedObject {

    private static final String KIND = "ComputeResource";

    private final World world;
    private final String host;

    private ComputeResource(World world, String host) {
        this.world = world;
        this.host = host;
    }

    /** That of a host. */
    static Ref of(World world, String host) {
        return world.ref(KIND, host);
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref).map(h -> new ComputeResource(world, h));
    }

    @Override
    public Ref self() {
        return of(world, host);
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), host, Optional.of(Folder.HOST.ref(world)))
                .put("resourcePool", ResourcePool.of(world, self()))
                .refs("host", Stream.of(world.hostRef(host)))
                .lazy("datastore", () -> Listing.refs(Inventory.datastores(world, host)))
                .lazy("network", () -> Listing.refs(Inventory.networks(world, host)))
                .lazy(
                        "summary",
                        () -> Data.of("ComputeResourceSummary")
                                .number("totalCpu", 0)
                                .large("totalMemory", 0)
                                .small("numCpuCores", 0)
                                .small("numCpuThreads", 0)
                                .number("effectiveCpu", 0)
                                .large("effectiveMemory", 0)
                                .small("numHosts", 1)
                                .small("numEffectiveHosts", world.host(host).maintenance ? 0 : 1)
                                .text("overallStatus", "green"))
                .unset("environmentBrowser configurationEx configManager lifecycleManaged");
    }

    @Override
    public List<Ref> contained() {
        return List.of(world.hostRef(host), ResourcePool.of(world, self()));
    }
}
