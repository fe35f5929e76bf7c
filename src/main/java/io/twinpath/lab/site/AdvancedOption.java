package io.twinpath.lab.site;

import java.util.List;
import java.util.Optional;

/**
 * An advanced option of a host. Texts have no least and most value.
 *
 * @param path as esxcli names it; the API writes dots for its slashes
 */
public record AdvancedOption(String path, boolean number, String fallback, long least, long most, String help) {

    public static final List<AdvancedOption> ALL = List.of(
            number("/Misc/APDHandlingEnable", 1, 0, 1, "Whether the host handles all paths down on its own"),
            number("/Misc/APDTimeout", 140, 20, 999_999, "Seconds until a device without paths is given up"),
            number(
                    "/Misc/HeartbeatTimeout",
                    90,
                    1,
                    86_400,
                    "Seconds without a heartbeat until a CPU counts as locked up"),
            number(
                    "/Misc/BlueScreenTimeout",
                    0,
                    0,
                    65_535,
                    "Seconds on the failure screen before a restart; 0 is never"),
            number("/Misc/LogToFile", 1, 0, 1, "Whether the kernel logs to a file"),
            number("/Net/UseHwTSO", 1, 0, 1, "Whether to use segmentation offload of the hardware"),
            number("/Net/UseHwTSO6", 1, 0, 1, "Whether to use IPv6 segmentation offload of the hardware"),
            number("/Net/TcpipHeapSize", 0, 0, 32, "MiB of heap for TCP/IP at the start"),
            number("/Net/TcpipHeapMax", 1_024, 32, 2_048, "MiB of heap for TCP/IP at most"),
            number("/Net/TcpipDefLROEnabled", 1, 0, 1, "Whether TCP/IP joins received segments"),
            number("/Net/Vmxnet3HwLRO", 1, 0, 1, "Whether guests get joined segments from the hardware"),
            number("/Net/FollowHardwareMac", 1, 0, 1, "Whether a VMkernel address follows that of its hardware"),
            number("/Net/MaxNetifTxQueueLen", 2_000, 1, 10_000, "Packets that may wait for an uplink"),
            number("/Net/NetSchedHClkMQ", 0, 0, 1, "Whether the packet scheduler uses several queues"),
            number("/Net/TeamPolicyUpDelay", 100, 0, 100_000, "Milliseconds until a returned uplink is used"),
            number("/Disk/SchedNumReqOutstanding", 32, 1, 256, "Requests outstanding with competing worlds"),
            number("/Disk/DiskMaxIOSize", 32_767, 32, 32_767, "Largest request in KiB"),
            number("/Disk/MaxLUN", 1_024, 1, 1_024, "Largest LUN that is looked for"),
            number("/Disk/PathEvalTime", 300, 30, 1_500, "Seconds between looks at a path"),
            number("/Disk/UseLunReset", 1, 0, 1, "Whether a LUN is reset instead of a device"),
            number("/Disk/QFullSampleSize", 0, 0, 64, "Full answers before a queue is made smaller"),
            number("/Disk/QFullThreshold", 8, 1, 16, "Good answers before a queue is made larger"),
            number("/Disk/AutoremoveOnPDL", 1, 0, 1, "Whether a permanently lost device is taken away"),
            number("/VMFS3/HardwareAcceleratedLocking", 1, 0, 1, "Whether VMFS locks with compare and write"),
            number("/VMFS3/UseATSForHBOnVMFS5", 1, 0, 1, "Whether VMFS heartbeats with compare and write"),
            number("/VMFS3/MaxHeapSizeMB", 256, 128, 256, "MiB of heap for VMFS at most"),
            number("/DataMover/HardwareAcceleratedMove", 1, 0, 1, "Whether the array copies"),
            number("/DataMover/HardwareAcceleratedInit", 1, 0, 1, "Whether the array writes zeros"),
            number("/NFS/HeartbeatFrequency", 12, 1, 2_147_483_647, "Seconds between NFS heartbeats"),
            number("/NFS/HeartbeatMaxFailures", 10, 1, 2_147_483_647, "Failed heartbeats until a server is lost"),
            number("/NFS/HeartbeatTimeout", 5, 1, 2_147_483_647, "Seconds until a heartbeat has failed"),
            number("/NFS/MaxVolumes", 8, 8, 256, "NFS volumes at most"),
            number("/Mem/ShareForceSalting", 2, 0, 2, "How far memory is shared between guests"),
            number("/Mem/AllocGuestLargePage", 1, 0, 1, "Whether guests get large pages"),
            number("/Numa/LocalityWeightActionAffinity", 130, 0, 200, "Weight of communication for placement"),
            number("/Migrate/VMotionStreamHelpers", 2, 1, 32, "Helpers of a migration stream"),
            number("/Migrate/VMotionLatencySensitivity", 1, 0, 1, "Whether migration helpers avoid delays"),
            number("/Power/MaxFreqPct", 100, 1, 100, "Highest frequency in percent"),
            number("/UserVars/SuppressShellWarning", 0, 0, 1, "Whether to hide the warning about an open shell"),
            number(
                    "/UserVars/ESXiShellTimeOut",
                    0,
                    0,
                    86_400,
                    "Seconds until an opened shell service stops; 0 is never"),
            number(
                    "/UserVars/ESXiShellInteractiveTimeOut",
                    0,
                    0,
                    86_400,
                    "Seconds until an idle login ends; 0 is never"),
            number("/UserVars/DcuiTimeOut", 600, 0, 86_400, "Seconds until an idle console login ends"),
            text("/UserVars/ESXiVPsDisabledProtocols", "sslv3,tlsv1,tlsv1.1", "Protocols that are switched off"),
            text("/UserVars/HostClientSessionTimeout", "900", "Seconds until an idle web login ends"),
            text("/Syslog/global/logHost", "", "Where logs are sent"),
            text("/Annotations/WelcomeMessage", "", "Shown on the console"));

    public static Optional<AdvancedOption> named(String path) {
        return ALL.stream().filter(o -> o.path.equals(path)).findFirst();
    }

    /** What a host has it at. */
    public String value(Host host) {
        return host.advanced.getOrDefault(path, fallback);
    }

    private static AdvancedOption number(String path, long fallback, long least, long most, String help) {
        return new AdvancedOption(path, true, Long.toString(fallback), least, most, help);
    }

    private static AdvancedOption text(String path, String fallback, String help) {
        return new AdvancedOption(path, false, fallback, 0, 0, help);
    }
}
