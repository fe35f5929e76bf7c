package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import java.util.List;
import java.util.Optional;

/** The only datacenter. */
final class Datacenter implements ManagedObject {

    private static final String KIND = "Datacenter";

    private final World world;

    private Datacenter(World world) {
        this.world = world;
    }

    static Ref ref(World world) {
        return ServiceInstance.part(world, KIND, "datacenter-2", "ha-datacenter");
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return ref.equals(ref(world)) ? Optional.of(new Datacenter(world)) : Optional.empty();
    }

    @Override
    public Ref self() {
        return ref(world);
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), world.datacenter(), Optional.of(Folder.ROOT.ref(world)))
                .put("vmFolder", Folder.VM.ref(world))
                .put("hostFolder", Folder.HOST.ref(world))
                .put("datastoreFolder", Folder.DATASTORE.ref(world))
                .put("networkFolder", Folder.NETWORK.ref(world))
                .lazy("datastore", () -> Listing.refs(Inventory.datastores(world)))
                .lazy("network", () -> Listing.refs(Inventory.networks(world)))
                .unset("configuration");
    }

    @Override
    public List<Ref> contained() {
        return List.of(
                Folder.VM.ref(world), Folder.HOST.ref(world), Folder.DATASTORE.ref(world), Folder.NETWORK.ref(world));
    }
}
