package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import java.util.List;
import java.util.Optional;

/** A datastore: one object for all hosts that have it. */
final class DatastoreObject implements ManagedObject {

    private static final String KIND = "Datastore";

    private final World world;
    private final String name;
    private final List<String> hosts;

    private DatastoreObject(World world, String name, List<String> hosts) {
        this.world = world;
        this.name = name;
        this.hosts = hosts;
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref).flatMap(name -> {
            List<String> hosts = Inventory.hosts(world, name, Inventory::datastoreNames);
            return hosts.isEmpty() ? Optional.empty() : Optional.of(new DatastoreObject(world, name, hosts));
        });
    }

    @Override
    public Ref self() {
        return world.ref(KIND, name);
    }

    @Override
    public Data properties() {
        Volume volume = new Volume(world, name, hosts);
        return Entities.entity(world, self(), name, Optional.of(Folder.DATASTORE.ref(world)))
                .lazy("info", volume::info)
                .lazy("summary", () -> volume.summary(self()))
                .lazy("host", volume::mounts)
                .lazy("vm", volume::machines)
                .lazy("capability", Volume::capability)
                .unset("browser iormConfiguration");
    }
}
