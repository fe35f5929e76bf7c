package io.twinpath.lab.vim.host;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.World;
import java.util.List;
import java.util.Optional;

/** The managers of a host: each with its field in {@code configManager}, its type, and what a host calls it. */
public final class HostParts {

    private HostParts() {}

    /**
     * One manager.
     *
     * @param agent what a host's own agent calls it, always the same
     */
    private record Part(String field, String kind, String agent, Maker maker) {

        Ref ref(World world, String host) {
            return new Ref(kind, world.vcenter() ? field + "-" + number(world.hostRef(host)) : agent);
        }

        private static String number(Ref host) {
            return host.id().substring(host.id().indexOf('-') + 1);
        }

        Optional<String> host(World world, Ref ref) {
            if (!world.vcenter()) {
                return world.agentOf().filter(h -> ref.id().equals(agent));
            }
            return ref.id().startsWith(field + "-")
                    ? world.key(new Ref("HostSystem", "host-" + ref.id().substring(field.length() + 1)))
                    : Optional.empty();
        }
    }

    /** Makes the object for one host. */
    @FunctionalInterface
    private interface Maker {
        ManagedObject make(HostContext host);
    }

    private static final List<Part> ALL = List.of(
            new Part("networkSystem", "HostNetworkSystem", "networkSystem", NetworkSystem::new),
            new Part("storageSystem", "HostStorageSystem", "storageSystem", StorageSystem::new),
            new Part("iscsiManager", "IscsiManager", "iscsiManager", IscsiManager::new),
            new Part("datastoreSystem", "HostDatastoreSystem", "ha-datastoresystem", DatastoreSystem::new),
            new Part("advancedOption", "OptionManager", "ha-adv-options", OptionManager::new),
            new Part("serviceSystem", "HostServiceSystem", "serviceSystem", ServiceSystem::new),
            new Part("firewallSystem", "HostFirewallSystem", "firewallSystem", FirewallSystem::new),
            new Part("dateTimeSystem", "HostDateTimeSystem", "dateTimeSystem", DateTimeSystem::new),
            new Part("kernelModuleSystem", "HostKernelModuleSystem", "kernelModuleSystem", KernelModules::new),
            new Part("snmpSystem", "HostSnmpSystem", "ha-snmp-agent", SnmpSystem::new),
            new Part(
                    "certificateManager", "HostCertificateManager", "ha-certificate-manager", SmallParts::certificates),
            new Part("imageConfigManager", "HostImageConfigManager", "ha-image-config-manager", SmallParts::image),
            new Part("licenseManager", "LicenseManager", "ha-license-manager", SmallParts::licenses),
            new Part("vmotionSystem", "HostVMotionSystem", "ha-vmotion-system", SmallParts::vmotion),
            new Part("powerSystem", "HostPowerSystem", "ha-power-system", SmallParts::power),
            new Part("virtualNicManager", "HostVirtualNicManager", "ha-vnic-mgr", VirtualNicManager::new));

    /** The manager of a host by its field in {@code configManager}. */
    public static Ref ref(World world, String field, String host) {
        return ALL.stream()
                .filter(p -> p.field().equals(field))
                .findFirst()
                .map(p -> p.ref(world, host))
                .orElseThrow(() -> new IllegalArgumentException("no manager " + field));
    }

    /** The manager that a reference is for. */
    public static Optional<ManagedObject> find(World world, Ref ref) {
        for (Part part : ALL) {
            Optional<String> host = part.kind().equals(ref.kind()) ? part.host(world, ref) : Optional.empty();
            if (host.isPresent()) {
                return Optional.of(part.maker().make(new HostContext(world, host.orElseThrow(), ref)));
            }
        }
        return Optional.empty();
    }

    /** The field of a host that names all of them. */
    static Data configManager(World world, String host) {
        Data all = Data.of("HostConfigManager");
        ALL.forEach(p -> all.put(p.field(), p.ref(world, host)));
        return all.unset("cpuScheduler datastoreSystem memoryManager storageSystem networkSystem vmotionSystem"
                + " virtualNicManager serviceSystem firewallSystem advancedOption diagnosticSystem autoStartManager"
                + " snmpSystem dateTimeSystem patchManager imageConfigManager bootDeviceSystem firmwareSystem"
                + " healthStatusSystem pciPassthruSystem licenseManager kernelModuleSystem authenticationManager"
                + " powerSystem cacheConfigurationManager esxAgentHostManager iscsiManager vFlashManager vsanSystem"
                + " messageBusProxy userDirectory accountManager hostAccessManager graphicsManager vsanInternalSystem"
                + " certificateManager cryptoManager nvdimmSystem assignableHardwareManager");
    }
}
