package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.cluster.ClusterObject;
import io.twinpath.lab.vim.cluster.DistributedGroupObject;
import io.twinpath.lab.vim.cluster.DistributedSwitchObject;
import io.twinpath.lab.vim.host.HostParts;
import io.twinpath.lab.vim.host.HostSystem;
import io.twinpath.lab.vim.machine.MachineObject;
import io.twinpath.lab.vim.machine.Networks;
import io.twinpath.lab.vim.machine.ProvisioningChecker;
import java.util.Map;
import java.util.Optional;

/** Every kind of managed object that the lab has, each with what finds those that there are. */
final class Catalogue {

    private static final Map<String, Family> FAMILIES = Map.ofEntries(
            Map.entry("ServiceInstance", ServiceInstance::find),
            Map.entry("SessionManager", (world, ref) -> SessionManager.find(world, ref, Optional.empty())),
            Map.entry("ViewManager", ViewManager::find),
            Map.entry("SearchIndex", SearchIndex::find),
            Map.entry("TaskManager", TaskManager::find),
            Map.entry("Task", (world, ref) -> world.tasks().find(ref.id())),
            Map.entry("OptionManager", ServerSettings::find),
            Map.entry("EventManager", EventManager::find),
            Map.entry("Folder", Folder::find),
            Map.entry("Datacenter", Datacenter::find),
            Map.entry("ComputeResource", ComputeResource::find),
            Map.entry("ClusterComputeResource", ClusterObject::find),
            Map.entry("ResourcePool", ResourcePool::find),
            Map.entry("Datastore", DatastoreObject::find),
            Map.entry("Network", NetworkObject::find),
            Map.entry(Networks.DISTRIBUTED, DistributedGroupObject::find),
            Map.entry(DistributedSwitchObject.KIND, DistributedSwitchObject::find),
            Map.entry(MachineObject.KIND, MachineObject::find),
            Map.entry(ProvisioningChecker.KIND, ProvisioningChecker::find),
            Map.entry("HostSystem", HostSystem::find));

    private Catalogue() {}

    static Optional<ManagedObject> find(World world, Ref ref) {
        Family family = FAMILIES.get(ref.kind());
        return family == null ? HostParts.find(world, ref) : family.find(world, ref);
    }
}
