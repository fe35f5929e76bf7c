package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.HostFiles;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** How a host is configured, as its property {@code config} shows it. */
final class HostConfig {

    private HostConfig() {}

    static Data of(HostContext at) {
        return Data.of("HostConfigInfo")
                .lazy("network", () -> new NetworkInfo(at).data())
                .lazy("storageDevice", () -> new StorageInfo(at).data())
                .lazy("multipathState", () -> new StorageInfo(at).state())
                .lazy("fileSystemVolume", () -> Volumes.info(at))
                .lazy("option", () -> OptionManager.all(at))
                .lazy("service", () -> ServiceSystem.info(at))
                .lazy("firewall", () -> FirewallSystem.info(at))
                .lazy("certificate", () -> certificate(at))
                .lazy("dateTimeInfo", () -> DateTimeSystem.info(at))
                .text("lockdownMode", at.host().lockdown)
                .flag("adminDisabled", !at.host().lockdown.equals("lockdownDisabled"))
                .lazy("virtualNicManagerInfo", () -> new VnicInfo(at).services())
                .put("host", at.world().hostRef(at.name()))
                .put("product", HostSystem.product(at.host().release))
                .unset("hyperThread cpuScheduler consoleReservation virtualMachineReservation vmotion capabilities"
                        + " datastoreCapabilities offloadCapabilities systemFile autoStart activeDiagnosticPartition optionDef"
                        + " datastorePrincipal localSwapDatastore systemSwapConfiguration systemResources flags ipmi sslThumbprintInfo"
                        + " sslThumbprintData pciPassthruInfo authenticationManagerInfo featureVersion"
                        + " powerSystemCapability powerSystemInfo cacheConfigurationInfo wakeOnLanCapable featureCapability"
                        + " maskedFeatureCapability vFlashConfigInfo vsanHostConfig domainList scriptCheckSum hostConfigCheckSum"
                        + " descriptionTreeCheckSum graphicsInfo sharedPassthruGpuTypes graphicsConfig ioFilterInfo"
                        + " sriovDevicePool assignableHardwareBinding assignableHardwareConfig");
    }

    /** Its PEM text, byte by byte. */
    private static Listing certificate(HostContext at) {
        byte[] pem =
                HostFiles.of(at.host()).getOrDefault(HostFiles.CERTIFICATE, "").getBytes(StandardCharsets.UTF_8);
        return Listing.of("xsd:byte", IntStream.range(0, pem.length).mapToObj(i -> Scalar.of("xsd:byte", pem[i])));
    }
}
