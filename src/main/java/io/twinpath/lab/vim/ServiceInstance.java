package io.twinpath.lab.vim;

import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.VCenter;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.vim.host.HostParts;
import java.util.Optional;

/** Where every client begins: what the server is, and where the rest is. */
final class ServiceInstance implements ManagedObject {

    private static final String KIND = "ServiceInstance";

    private final World world;

    private ServiceInstance(World world) {
        this.world = world;
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return Optional.of(new ServiceInstance(world))
                .filter(s -> ref.id().equals(KIND))
                .map(s -> s);
    }

    @Override
    public Ref self() {
        return new Ref(KIND, KIND);
    }

    @Override
    public Data properties() {
        return Data.of(KIND)
                .lazy("serverClock", () -> Scalar.of(world.now()))
                .lazy(
                        "capability",
                        () -> Data.of("Capability")
                                .flag("provisioningSupported", world.vcenter())
                                .flag("multiHostSupported", world.vcenter())
                                .flag("userShellAccessSupported", !world.vcenter()))
                .lazy("content", this::content);
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .reads("RetrieveServiceContent", call -> Optional.of(content()))
                .reads("CurrentTime", call -> Optional.of(Scalar.of(world.now())));
    }

    static Ref collector(World world) {
        return part(world, "PropertyCollector", "propertyCollector", "ha-property-collector");
    }

    /** A part of the service itself; a vCenter and a host call it differently. */
    static Ref part(World world, String kind, String centre, String agent) {
        return new Ref(kind, world.vcenter() ? centre : agent);
    }

    private Data content() {
        Data content = Data.of("ServiceContent")
                .put("rootFolder", Folder.ROOT.ref(world))
                .put("propertyCollector", collector(world))
                .put("viewManager", ViewManager.ref(world))
                .put("about", about(world))
                .put("setting", ServerSettings.ref(world))
                .put("sessionManager", SessionManager.ref(world))
                .put("eventManager", EventManager.ref(world))
                .put("taskManager", TaskManager.ref(world))
                .put("searchIndex", SearchIndex.ref(world));
        world.agentOf().ifPresent(h -> content.put("licenseManager", HostParts.ref(world, "licenseManager", h)));
        world.services().forEach(content::put);
        return content.unset("userDirectory authorizationManager serviceManager perfManager scheduledTaskManager"
                + " alarmManager extensionManager customizationSpecManager guestCustomizationManager"
                + " customFieldsManager accountManager diagnosticManager licenseManager fileManager"
                + " datastoreNamespaceManager virtualDiskManager virtualizationManager snmpSystem"
                + " vmProvisioningChecker vmCompatibilityChecker ovfManager ipPoolManager dvSwitchManager"
                + " hostProfileManager clusterProfileManager complianceManager localizationManager storageResourceManager"
                + " guestOperationsManager overheadMemoryManager certificateManager ioFilterManager vStorageObjectManager"
                + " hostSpecManager cryptoManager healthUpdateManager failoverClusterConfigurator"
                + " failoverClusterManager tenantManager siteInfoManager storageQueryManager setting");
    }

    static Data about(World world) {
        return world.vcenter()
                ? centre(world.centre())
                : agent(world.host(world.agentOf().orElseThrow()).release);
    }

    private static Data centre(VCenter centre) {
        return about("VMware vCenter Server", centre.version, centre.build)
                .text("localeVersion", "")
                .text("localeBuild", "000")
                .text("osType", "linux-x64")
                .text("productLineId", "vpx")
                .text("apiType", "VirtualCenter")
                .text("apiVersion", apiVersion(centre.version, 0))
                .filled("instanceUuid", centre.uuid)
                .text("licenseProductName", "VMware VirtualCenter Server")
                .text("licenseProductVersion", centre.version.charAt(0) + ".0");
    }

    private static Data agent(Release release) {
        return about("VMware ESXi", release.version(), Integer.toString(release.build()))
                .text("localeVersion", "INTL")
                .text("localeBuild", "000")
                .text("osType", "vmnix-x86")
                .text("productLineId", "embeddedEsx")
                .text("apiType", "HostAgent")
                .text("apiVersion", apiVersion(release.version(), release.update()))
                .unset("instanceUuid")
                .text("licenseProductName", "VMware ESX Server")
                .text("licenseProductVersion", release.version().charAt(0) + ".0");
    }

    private static Data about(String product, String version, String build) {
        return Data.of("AboutInfo")
                .text("name", product)
                .text("fullName", product + " " + version + " build-" + build)
                .text("vendor", "VMware, Inc.")
                .text("version", version)
                .text("build", build);
    }

    /** Up to 6.7 the API had the version of the product and, at most, its update; from then on four numbers. */
    static String apiVersion(String version, int update) {
        String[] numbers = version.split("\\.", -1);
        String two = numbers[0] + "." + numbers[1];
        if (Integer.parseInt(numbers[0]) >= 7) {
            return version + ".0";
        }
        return two.equals("6.7") && update > 0 ? two + "." + update : two;
    }
}
