package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Packages;
import io.twinpath.lab.site.Vib;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Managers that are only looked at. */
final class SmallParts {

    /** How esxcli and the API call a level of acceptance. */
    private static final Map<String, String> ACCEPTANCE = Map.of(
            "VMwareCertified", "vmware_certified",
            "VMwareAccepted", "vmware_accepted",
            "PartnerSupported", "partner",
            "CommunitySupported", "community");

    private SmallParts() {}

    /** One manager, without a class of its own. */
    private record Small(HostContext at, Data properties, Methods calls) implements HostPart {}

    static ManagedObject certificates(HostContext at) {
        Data info = Data.of("HostCertificateManagerCertificateInfo")
                .text("issuer", "CN=" + at.name())
                .time("notBefore", Instant.parse("2022-10-01T00:00:00Z"))
                .time("notAfter", Instant.parse("2049-12-31T00:00:00Z"))
                .text("subject", "CN=" + at.name())
                .text("status", "good");
        return new Small(at, Data.of("HostCertificateManager").put("certificateInfo", info), Methods.none());
    }

    static ManagedObject image(HostContext at) {
        Methods methods = Methods.none()
                .reads(
                        "HostImageConfigGetAcceptance",
                        c -> Optional.of(Scalar.of(ACCEPTANCE.getOrDefault(
                                at.host().software.acceptance,
                                at.host().software.acceptance.toLowerCase(Locale.ROOT)))))
                .does(
                        "UpdateHostImageAcceptanceLevel",
                        c -> at.host().software.acceptance = ACCEPTANCE.entrySet().stream()
                                .filter(a -> a.getValue().equals(c.text("newAcceptanceLevel")))
                                .findFirst()
                                .orElseThrow(() -> Faults.invalidArgument("newAcceptanceLevel"))
                                .getKey())
                .reads(
                        "HostImageConfigGetProfile",
                        c -> Optional.of(Data.of("HostImageProfileSummary")
                                .text(
                                        "name",
                                        "ESXi-" + at.host().release.version() + "-"
                                                + at.host().release.build() + "-standard")
                                .text("vendor", "VMware, Inc.")));
        // Since API 6.5.
        return new Small(
                at,
                Data.of("HostImageConfigManager"),
                at.host().release.atLeast(6, 5)
                        ? methods.reads("fetchSoftwarePackages", c -> Optional.of(packages(at)))
                        : methods);
    }

    private static Listing packages(HostContext at) {
        return Listing.of(
                "SoftwarePackage",
                Packages.current(at.name(), at.host()).entrySet().stream()
                        .map(e -> described(e.getKey(), e.getValue())));
    }

    private static Data described(String name, Vib vib) {
        return Data.of("SoftwarePackage")
                .text("name", name)
                .text("version", vib.version())
                .text("type", "bootbank")
                .text("vendor", vib.vendor())
                .text("acceptanceLevel", ACCEPTANCE.getOrDefault(vib.acceptance(), vib.acceptance()))
                .text("summary", name)
                .text("description", "")
                .flag("maintenanceModeRequired", vib.restart())
                .put(
                        "capability",
                        Data.of("SoftwarePackageCapability")
                                .flag("liveInstallAllowed", !vib.restart())
                                .flag("liveRemoveAllowed", !vib.restart())
                                .flag("statelessReady", false)
                                .flag("overlay", false))
                .unset(
                        "referenceURL creationDate depends conflicts replaces provides hardwarePlatformsRequired tag payload");
    }

    static ManagedObject licenses(HostContext at) {
        Data license = license(at.host().freeLicence);
        return new Small(
                at,
                Data.of("LicenseManager")
                        .list("licenses", "LicenseManagerLicenseInfo", Stream.of(license))
                        .text("licensedEdition", at.host().freeLicence ? "esxBasic" : "esx.enterprisePlus.cpuPackage")
                        .unset("source sourceAvailable diagnostics featureInfo licenseAssignmentManager evaluation"),
                Methods.none());
    }

    static ManagedObject vmotion(HostContext at) {
        return new Small(
                at, Data.of("HostVMotionSystem").unset("netConfig ipConfig value availableField"), Methods.none());
    }

    static ManagedObject power(HostContext at) {
        Data dynamic = Data.of("HostPowerPolicy")
                .number("key", 2)
                .text("name", "PowerPolicy.dynamic.name")
                .text("shortName", "dynamic")
                .text("description", "PowerPolicy.dynamic.description");
        return new Small(
                at,
                Data.of("HostPowerSystem")
                        .put(
                                "capability",
                                Data.of("PowerSystemCapability")
                                        .put("availablePolicy", Listing.of("HostPowerPolicy", Stream.of(dynamic))))
                        .put("info", Data.of("PowerSystemInfo").put("currentPolicy", dynamic)),
                Methods.none());
    }

    private static Data license(boolean free) {
        return Data.of("LicenseManagerLicenseInfo")
                .text("licenseKey", "00000-00000-00000-00000-00000")
                .text("editionKey", free ? "esxBasic" : "esx.enterprisePlus.cpuPackage")
                .text("name", free ? "vSphere Hypervisor" : "vSphere Enterprise Plus")
                .number("total", 0)
                .unset("used")
                .text("costUnit", "cpuPackage")
                .unset("properties labels");
    }
}
