package io.twinpath.driver.vim;

import java.util.Map;
import java.util.TreeMap;

/**
 * The objects that a server or a host names itself, by the name of the property and with the type behind it. A closed list,
 * so that a slip of the pen is found before a server is asked.
 */
public final class Services {

    /** Properties of {@code HostSystem.configManager}. */
    public static final Map<String, String> MANAGERS = Map.copyOf(new TreeMap<>(Map.ofEntries(
            Map.entry("advancedOption", "OptionManager"),
            Map.entry("autoStartManager", "HostAutoStartManager"),
            Map.entry("bootDeviceSystem", "HostBootDeviceSystem"),
            Map.entry("certificateManager", "HostCertificateManager"),
            Map.entry("cpuScheduler", "HostCpuSchedulerSystem"),
            Map.entry("datastoreSystem", "HostDatastoreSystem"),
            Map.entry("dateTimeSystem", "HostDateTimeSystem"),
            Map.entry("diagnosticSystem", "HostDiagnosticSystem"),
            Map.entry("firewallSystem", "HostFirewallSystem"),
            Map.entry("firmwareSystem", "HostFirmwareSystem"),
            Map.entry("graphicsManager", "HostGraphicsManager"),
            Map.entry("healthStatusSystem", "HostHealthStatusSystem"),
            Map.entry("hostAccessManager", "HostAccessManager"),
            Map.entry("imageConfigManager", "HostImageConfigManager"),
            Map.entry("iscsiManager", "IscsiManager"),
            Map.entry("kernelModuleSystem", "HostKernelModuleSystem"),
            Map.entry("licenseManager", "LicenseManager"),
            Map.entry("memoryManager", "HostMemorySystem"),
            Map.entry("networkSystem", "HostNetworkSystem"),
            Map.entry("nvdimmSystem", "HostNvdimmSystem"),
            Map.entry("patchManager", "HostPatchManager"),
            Map.entry("pciPassthruSystem", "HostPciPassthruSystem"),
            Map.entry("powerSystem", "HostPowerSystem"),
            Map.entry("serviceSystem", "HostServiceSystem"),
            Map.entry("snmpSystem", "HostSnmpSystem"),
            Map.entry("storageSystem", "HostStorageSystem"),
            Map.entry("virtualNicManager", "HostVirtualNicManager"),
            Map.entry("vmotionSystem", "HostVMotionSystem"),
            Map.entry("vsanSystem", "HostVsanSystem"))));

    /** Properties of {@code ServiceContent} that are references. */
    public static final Map<String, String> SERVICES = Map.copyOf(new TreeMap<>(Map.ofEntries(
            Map.entry("accountManager", "HostLocalAccountManager"),
            Map.entry("alarmManager", "AlarmManager"),
            Map.entry("authorizationManager", "AuthorizationManager"),
            Map.entry("customFieldsManager", "CustomFieldsManager"),
            Map.entry("dvSwitchManager", "DistributedVirtualSwitchManager"),
            Map.entry("eventManager", "EventManager"),
            Map.entry("extensionManager", "ExtensionManager"),
            Map.entry("fileManager", "FileManager"),
            Map.entry("licenseManager", "LicenseManager"),
            Map.entry("perfManager", "PerformanceManager"),
            Map.entry("propertyCollector", "PropertyCollector"),
            Map.entry("rootFolder", "Folder"),
            Map.entry("searchIndex", "SearchIndex"),
            Map.entry("sessionManager", "SessionManager"),
            Map.entry("setting", "OptionManager"),
            Map.entry("storageResourceManager", "StorageResourceManager"),
            Map.entry("taskManager", "TaskManager"),
            Map.entry("viewManager", "ViewManager"),
            Map.entry("virtualDiskManager", "VirtualDiskManager"),
            Map.entry("vmCompatibilityChecker", "VirtualMachineCompatibilityChecker"),
            Map.entry("vmProvisioningChecker", "VirtualMachineProvisioningChecker"))));

    private Services() {}

    static void requireManager(String name) {
        if (!MANAGERS.containsKey(name)) {
            throw new IllegalArgumentException("a host has no manager of this name: " + name);
        }
    }

    static void requireService(String name) {
        if (!SERVICES.containsKey(name)) {
            throw new IllegalArgumentException("a server has no service of this name: " + name);
        }
    }
}
