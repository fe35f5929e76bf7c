package io.twinpath.driver;

import java.util.Set;

/** The methods of the vSphere API that only read: this list is all that a session which must not write will pass on. */
public final class ReadingMethods {

    /**
     * Each answers from what the server knows or looks up and changes no object. Those that end in {@code _Task} compute for
     * a while; their task is the only trace. Not here though they sound harmless: {@code Refresh…} and {@code Rescan…}, which
     * change what a host knows; {@code PlaceVm}, which leaves a recommendation behind.
     */
    public static final Set<String> NAMES = Set.of(
            // settings and modules
            "QueryOptions",
            "QueryModules",
            "QueryConfiguredModuleOptionString",
            // network
            "QueryNetworkHint",
            "QueryNetConfig",
            "QueryCompatibleHostForExistingDvs",
            "QueryDvsConfigTarget",
            "QueryUsedVlanIdInDvs",
            "FetchDVPorts",
            // storage
            "QueryBoundVnics",
            "QueryCandidateNics",
            "QueryVnicStatus",
            "QueryPnicStatus",
            "QueryPathSelectionPolicyOptions",
            "QueryStorageArrayTypePolicyOptions",
            "QueryAvailableDisksForVmfs",
            "QueryVmfsDatastoreCreateOptions",
            "QueryVmfsDatastoreExpandOptions",
            "QueryVmfsDatastoreExtendOptions",
            "QueryUnresolvedVmfsVolumes",
            "QueryUnresolvedVmfsVolume",
            "RetrieveDiskPartitionInfo",
            // hosts
            "QueryHostConnectionInfo",
            "QueryDateTime",
            "QueryAvailableTimeZones",
            "QueryLockdownExceptions",
            "RetrieveHostAccessControlEntries",
            "HostImageConfigGetAcceptance",
            "HostImageConfigGetProfile",
            "fetchSoftwarePackages",
            // clusters and virtual machines
            "RetrieveDasAdvancedRuntimeInfo",
            "QueryConfigOption",
            "QueryConfigOptionEx",
            "QueryConfigTarget",
            "CheckCompatibility_Task",
            "CheckMigrate_Task",
            "CheckPowerOn_Task",
            "CheckRelocate_Task",
            "CheckVmConfig_Task",
            "QueryVMotionCompatibilityEx_Task",
            // the server
            "CurrentTime",
            "FetchUserPrivilegeOnEntities",
            "HasPrivilegeOnEntities",
            "QueryEvents",
            "FindByUuid",
            "FindByInventoryPath",
            "FindChild",
            "FindByDnsName",
            "FindByIp");

    private ReadingMethods() {}

    static void require(String method) {
        if (!NAMES.contains(method)) {
            throw new IllegalArgumentException("not one of the methods that only read: " + method);
        }
    }
}
