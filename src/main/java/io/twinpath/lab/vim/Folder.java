package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.cluster.DistributedSwitchObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folders of an inventory: that of the datacenters, and the four of the only one there is. */
enum Folder {
    ROOT("group-d1", "ha-folder-root", "Datacenters", "Folder Datacenter", w -> Stream.of(Datacenter.ref(w))),
    VM("group-v3", "ha-folder-vm", "vm", "Folder VirtualMachine VirtualApp", Inventory::machines),
    HOST("group-h4", "ha-folder-host", "host", "Folder ComputeResource", Inventory::computeResources),
    DATASTORE("group-s5", "ha-folder-datastore", "datastore", "Folder Datastore StoragePod", Inventory::datastores),
    NETWORK(
            "group-n6",
            "ha-folder-network",
            "network",
            "Folder Network DistributedVirtualSwitch",
            Inventory::networkEntities);

    private static final String KIND = "Folder";

    private final String centre;
    private final String agent;
    private final String title;
    private final String types;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<World, Stream<Ref>> children;

    Folder(String centre, String agent, String title, String types, Function<World, Stream<Ref>> children) {
        this.centre = centre;
        this.agent = agent;
        this.title = title;
        this.types = types;
        this.children = children;
    }

    Ref ref(World world) {
        return ServiceInstance.part(world, KIND, centre, agent);
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return Arrays.stream(values())
                .filter(f -> f.ref(world).equals(ref))
                .findFirst()
                .map(f -> f.object(world));
    }

    private ManagedObject object(World world) {
        Ref self = ref(world);
        return new ManagedObject() {
            @Override
            public Ref self() {
                return self;
            }

            @Override
            public Data properties() {
                String name = Folder.this == ROOT && !world.vcenter() ? "ha-folder-root" : title;
                Optional<Ref> parent = Folder.this == ROOT ? Optional.empty() : Optional.of(Datacenter.ref(world));
                return Entities.entity(world, self, name, parent)
                        .texts("childType", List.of(types.split(" ", -1)))
                        .lazy("childEntity", () -> Listing.refs(children.apply(world)))
                        .unset("namespace");
            }

            @Override
            public Methods methods() {
                return Folder.this == NETWORK && world.vcenter()
                        ? Methods.none()
                                .task(
                                        "CreateDVS_Task",
                                        call -> Work.once(() -> Optional.of(
                                                DistributedSwitchObject.create(world, call.argument("spec")))))
                        : Methods.none();
            }

            @Override
            public List<Ref> contained() {
                return children.apply(world).toList();
            }
        };
    }
}
