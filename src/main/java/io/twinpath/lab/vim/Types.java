package io.twinpath.lab.vim;

import java.util.Map;

/** Which type of managed object extends which; one that is not here extends none that a client could ask for. */
final class Types {

    private static final String ROOT = "ManagedObject";
    private static final String ENTITY = "ManagedEntity";
    private static final String EXTENSIBLE = "ExtensibleManagedObject";
    private static final Map<String, String> EXTENDS = Map.ofEntries(
            Map.entry(ENTITY, EXTENSIBLE),
            Map.entry("HostSystem", ENTITY),
            Map.entry("VirtualMachine", ENTITY),
            Map.entry("Datacenter", ENTITY),
            Map.entry("Folder", ENTITY),
            Map.entry("Datastore", ENTITY),
            Map.entry("Network", ENTITY),
            Map.entry("ResourcePool", ENTITY),
            Map.entry("ComputeResource", ENTITY),
            Map.entry("ClusterComputeResource", "ComputeResource"),
            Map.entry("DistributedVirtualPortgroup", "Network"),
            Map.entry("DistributedVirtualSwitch", ENTITY),
            Map.entry("VmwareDistributedVirtualSwitch", "DistributedVirtualSwitch"),
            Map.entry("Task", EXTENSIBLE),
            Map.entry("HostNetworkSystem", EXTENSIBLE),
            Map.entry("HostStorageSystem", EXTENSIBLE),
            Map.entry("HostServiceSystem", EXTENSIBLE),
            Map.entry("HostFirewallSystem", EXTENSIBLE),
            Map.entry("HostVirtualNicManager", EXTENSIBLE),
            Map.entry("HostVMotionSystem", EXTENSIBLE),
            Map.entry("HostKernelModuleSystem", EXTENSIBLE),
            Map.entry("ManagedObjectView", "View"),
            Map.entry("ContainerView", "ManagedObjectView"),
            Map.entry("ListView", "ManagedObjectView"));

    private Types() {}

    /** Whether an object of one type is also one of another. */
    static boolean is(String type, String wanted) {
        for (String at = type; at != null; at = EXTENDS.get(at)) {
            if (at.equals(wanted)) {
                return true;
            }
        }
        return wanted.equals(ROOT);
    }
}
