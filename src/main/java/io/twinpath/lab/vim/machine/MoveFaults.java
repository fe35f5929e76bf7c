package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Obstacle;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.vim.World;
import java.util.List;

/** What is in the way of a move, in the faults of the API. */
final class MoveFaults {

    private MoveFaults() {}

    /** The fault that a move ends with: that of the first thing in the way. */
    static SoapFault first(World world, List<Obstacle> obstacles) {
        return of(world, obstacles.getFirst());
    }

    static SoapFault of(World world, Obstacle found) {
        return new SoapFault(found.text(), detail(world, found));
    }

    private static Data detail(World world, Obstacle found) {
        return switch (found.kind()) {
            case HOST_UNREACHABLE -> Data.of("HostNotConnected");
            case HOST_IN_MAINTENANCE -> host(world, found, "InvalidHostState");
            case STORAGE_LOST, DISK_UNREACHABLE -> device(found, "CannotAccessVmDisk");
            case STORAGE_IN_MAINTENANCE ->
                Data.of("InvalidDatastoreState").text("name", found.subject()).text("datastoreName", found.subject());
            case SPACE -> Data.of("InsufficientDiskSpace").text("datastore", found.subject());
            case NETWORK_MISSING -> device(found, "CannotAccessNetwork");
            case PASSTHROUGH ->
                Data.of("DeviceNotSupported").text("device", found.subject()).unset("reason");
            case CONNECTED_DEVICE -> device(found, "CannotAccessVmDevice");
            case PROCESSOR_AFFINITY -> Data.of("AffinityConfigured").texts("configuredAffinity", List.of("cpu"));
            case LATENCY_SENSITIVE ->
                Data.of("MigrationFeatureNotSupported")
                        .flag("atSourceHost", true)
                        .text("failedHostName", found.host())
                        .put("failedHost", world.hostRef(found.host()));
            case PROCESSOR_RESERVATION ->
                Data.of("InsufficientHostCpuCapacityFault").put("host", world.hostRef(found.host()));
            case MEMORY_RESERVATION ->
                Data.of("InsufficientHostMemoryCapacityFault").put("host", world.hostRef(found.host()));
            case PROCESSOR_MAKE -> host(world, found, "CpuIncompatible");
            case NO_VMOTION_NETWORK ->
                Data.of("VMotionNotConfigured")
                        .flag("atSourceHost", false)
                        .text("failedHostName", found.host())
                        .put("failedHost", world.hostRef(found.host()));
            case RULE -> host(world, found, "RuleViolation");
        };
    }

    private static Data host(World world, Obstacle found, String fault) {
        return Data.of(fault).put("host", world.hostRef(found.host()));
    }

    private static Data device(Obstacle found, String fault) {
        return Data.of(fault)
                .text("device", found.subject())
                .text("backing", "")
                .flag("connected", true);
    }
}
