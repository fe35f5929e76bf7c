package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The root pool of a compute resource: the only one, with all that its hosts have. */
final class ResourcePool implements ManagedObject {

    private static final String KIND = "ResourcePool";

    private final World world;
    private final Ref owner;

    private ResourcePool(World world, Ref owner) {
        this.world = world;
        this.owner = owner;
    }

    /** That of a cluster, or of a host alone. */
    static Ref of(World world, Ref owner) {
        return world.vcenter()
                ? world.ref(KIND, owner.kind() + ":" + owner.id())
                : world.ref(KIND, world.agentOf().orElseThrow());
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref).map(key -> {
            int colon = key.indexOf(':');
            Ref owner = world.vcenter()
                    ? new Ref(key.substring(0, colon), key.substring(colon + 1))
                    : ComputeResource.of(world, key);
            return new ResourcePool(world, owner);
        });
    }

    @Override
    public Ref self() {
        return of(world, owner);
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), "Resources", Optional.of(owner))
                .put("owner", owner)
                .refs("resourcePool", Stream.empty())
                .lazy("vm", () -> Listing.refs(machines().stream()))
                .unset("summary runtime config childConfiguration namespace");
    }

    @Override
    public List<Ref> contained() {
        return machines();
    }

    private List<Ref> machines() {
        List<Ref> all = new ArrayList<>();
        Optional<? extends Value> hosts = world.object(owner).properties().field("host");
        if (hosts.orElse(null) instanceof Listing list) {
            for (Value host : list.items()) {
                world.key((Ref) host)
                        .ifPresent(h -> Inventory.machines(world, h).forEach(all::add));
            }
        }
        return all;
    }
}
