package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import java.util.List;
import java.util.Map;
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

    @Override
    public Methods methods() {
        return Methods.none()
                .does("RenameDatastore", c -> rename(c.text("newName")))
                .task("Rename_Task", c -> Work.once(() -> rename(c.text("newName"))))
                .reads("RefreshDatastore", c -> Optional.empty())
                .reads("RefreshDatastoreStorageInfo", c -> Optional.empty());
    }

    /** The label lies on the volume itself, so every host sees the new one. */
    private void rename(String escaped) {
        String to = Entities.plain(escaped);
        Map<String, io.twinpath.lab.site.Datastore> all = world.site().datastores;
        boolean taken = all.containsKey(to)
                || world.site().hosts.values().stream().anyMatch(h -> h.volumes.nfs.containsKey(to));
        if (taken && !to.equals(name)) {
            throw Faults.duplicateName(to, world.ref(KIND, to));
        }
        if (all.containsKey(name)) {
            all.put(to, all.remove(name));
            if (world.site().emptied.remove(name)) {
                world.site().emptied.add(to);
            }
            world.site().vms.values().forEach(v -> v.renamed(name, to));
        } else {
            hosts.forEach(h ->
                    world.host(h).volumes.nfs.put(to, world.host(h).volumes.nfs.remove(name)));
        }
        world.renamed(KIND, name, to);
    }
}
