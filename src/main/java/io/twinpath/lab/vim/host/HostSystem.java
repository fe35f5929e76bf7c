package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Hardware;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Links;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.Entities;
import io.twinpath.lab.vim.Inventory;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.World;
import io.twinpath.lab.vim.cluster.Maintenance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A host. */
public final class HostSystem implements ManagedObject {

    private static final long MIB = 1 << 20;

    private final HostContext at;
    private final World world;
    private final String name;

    private HostSystem(World world, String name, Ref ref) {
        this.at = new HostContext(world, name, ref);
        this.world = world;
        this.name = name;
    }

    public static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref).filter(world::manages).map(h -> new HostSystem(world, h, ref));
    }

    @Override
    public Ref self() {
        return at.self();
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), name, Optional.of(Inventory.parent(world, name)))
                .lazy("runtime", this::runtime)
                .lazy("summary", this::summary)
                .lazy("hardware", this::hardware)
                .lazy("config", () -> HostConfig.of(at))
                .refs("vm", Inventory.machines(world, name))
                .lazy("datastore", () -> Listing.refs(Inventory.datastores(world, name)))
                .lazy("network", () -> Listing.refs(Inventory.networks(world, name)))
                .lazy("configManager", () -> HostParts.configManager(world, name))
                .unset("capability licensableResource remediationState precheckRemediationResult remediationResult"
                        + " complianceCheckState complianceCheckResult configStatus datastoreBrowser systemResources"
                        + " answerFileValidationState answerFileValidationResult");
    }

    @Override
    public Methods methods() {
        return new Maintenance(world, name).methods();
    }

    @Override
    public List<Ref> contained() {
        return List.of();
    }

    private Data runtime() {
        boolean responds = world.responds(name);
        boolean on = new Links(world.site()).alive(name, host());
        return Data.of("HostRuntimeInfo")
                .text("connectionState", responds ? "connected" : "notResponding")
                .text("powerState", responds && on ? "poweredOn" : "unknown")
                .text("standbyMode", "none")
                .flag("inMaintenanceMode", host().maintenance)
                .time("bootTime", Instant.parse(host().booted))
                .flag("inQuarantineMode", false)
                .unset(
                        "healthSystemRuntime dasHostState tpmPcrValues vsanRuntimeInfo networkRuntimeInfo vFlashResourceRuntimeInfo"
                                + " hostMaxVirtualDiskCapacity cryptoState cryptoKeyId statelessNvdsMigrationReady");
    }

    private Data summary() {
        Data summary = Data.of("HostListSummary").put("host", self());
        return summary.put("hardware", hardwareSummary())
                .lazy("runtime", this::runtime)
                .put(
                        "config",
                        Data.of("HostConfigSummary")
                                .text("name", name)
                                .number("port", 443)
                                .text("sslThumbprint", "")
                                .put("product", product(host().release))
                                .flag("vmotionEnabled", vmotion())
                                .flag("faultToleranceEnabled", false))
                .put("quickStats", Data.of("HostListSummaryQuickStats").unset("overallCpuUsage overallMemoryUsage"))
                .text("overallStatus", "green")
                .flag("rebootRequired", host().software.waits())
                .filled("managementServerIp", world.site().vcenter == null ? "" : "127.0.0.1")
                .unset(
                        "maxEVCModeKey currentEVCModeKey gateway customValue tpmAttestation trustAuthorityAttestationInfos");
    }

    private boolean vmotion() {
        return host().vmkernel.values().stream().anyMatch(v -> v.tags.contains("VMotion"));
    }

    private Data hardwareSummary() {
        Host host = host();
        return Data.of("HostHardwareSummary")
                .text("vendor", host.platform.vendor())
                .text("model", host.platform.product())
                .text("uuid", host.uuid)
                .large("memorySize", host.memoryMib * MIB)
                .text("cpuModel", host.processor.model())
                .number("cpuMhz", host.processor.mhz())
                .small("numCpuPkgs", host.processor.packages())
                .small("numCpuCores", host.processor.cores())
                .small("numCpuThreads", host.processor.threads())
                .number("numNics", Hardware.nics(name, host).size())
                .number("numHBAs", host.iscsi.enabled ? 2 : 1)
                .unset("otherIdentifyingInfo");
    }

    private Data hardware() {
        Host host = host();
        return Data.of("HostHardwareInfo")
                .put(
                        "systemInfo",
                        Data.of("HostSystemInfo")
                                .text("vendor", host.platform.vendor())
                                .text("model", host.platform.product())
                                .text("uuid", host.uuid)
                                .filled("serialNumber", host.platform.serial())
                                .unset("otherIdentifyingInfo"))
                .put(
                        "cpuInfo",
                        Data.of("HostCpuInfo")
                                .small("numCpuPackages", host.processor.packages())
                                .small("numCpuCores", host.processor.cores())
                                .small("numCpuThreads", host.processor.threads())
                                .large("hz", host.processor.mhz() * 1_000_000L))
                .large("memorySize", host.memoryMib * MIB)
                .lazy("pciDevice", () -> PciDevices.of(at))
                .unset("cpuPowerManagementInfo numaInfo smcPresent cpuFeature biosInfo reliableMemoryInfo"
                        + " persistentHardwareInfo sgxInfo cpuPkg");
    }

    static Data product(Release release) {
        return Data.of("AboutInfo")
                .text("name", "VMware ESXi")
                .text("fullName", release.banner())
                .text("vendor", "VMware, Inc.")
                .text("version", release.version())
                .text("build", Integer.toString(release.build()))
                .text("localeVersion", "INTL")
                .text("localeBuild", "000")
                .text("osType", "vmnix-x86")
                .text("productLineId", "embeddedEsx")
                .text("apiType", "HostAgent")
                .text("apiVersion", World.apiVersion(release.version(), release.update()))
                .text("licenseProductName", "VMware ESX Server")
                .text("licenseProductVersion", release.version().charAt(0) + ".0");
    }

    private Host host() {
        return at.host();
    }
}
