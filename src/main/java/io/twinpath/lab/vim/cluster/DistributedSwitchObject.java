package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.DistributedPortGroup;
import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.Machines;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.Entities;
import io.twinpath.lab.vim.Inventory;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.PnicBacking;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import io.twinpath.lab.vim.machine.Networks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A distributed switch. */
public final class DistributedSwitchObject implements ManagedObject {

    /** Its type in the API. */
    public static final String KIND = "VmwareDistributedVirtualSwitch";

    private final World world;
    private final String name;
    private final DistributedSwitch found;

    private DistributedSwitchObject(World world, String name, DistributedSwitch found) {
        this.world = world;
        this.name = name;
        this.found = found;
    }

    public static Optional<ManagedObject> find(World world, Ref ref) {
        return Optional.of(world)
                .filter(World::vcenter)
                .flatMap(w -> w.key(ref))
                .flatMap(n -> Optional.ofNullable(
                                world.site().distributedSwitches.get(n))
                        .map(d -> new DistributedSwitchObject(world, n, d)));
    }

    /** Those of a vCenter. */
    public static Stream<Ref> all(World world) {
        return world.site().distributedSwitches.keySet().stream().map(d -> world.ref(KIND, d));
    }

    /** Makes one, as a folder of networks is told to. */
    public static Ref create(World world, Element spec) {
        String name = spec.required("configSpec").need("name");
        if (world.site().distributedSwitches.containsKey(name)) {
            throw Faults.duplicateName(name, world.ref(KIND, name));
        }
        world.site().distributedSwitches.put(name, DistributedChanges.made(world, spec, Machines.named("dvs/" + name)));
        return world.ref(KIND, name);
    }

    @Override
    public Ref self() {
        return world.ref(KIND, name);
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), name, Optional.of(Inventory.networkFolder(world)))
                .text("uuid", Networks.uuid(found))
                .lazy("summary", this::summary)
                .lazy("config", this::config)
                .refs("portgroup", portGroups())
                .unset("capability networkResourcePool runtime");
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .task(
                        "ReconfigureDvs_Task",
                        call -> Work.once(() -> new DistributedChanges(world, found).apply(call.argument("spec"))))
                .task(
                        "AddDVPortgroup_Task",
                        call -> Work.once(() -> call.method()
                                .all("spec")
                                .forEach(s -> add(
                                        s.need("name"), new PortSettings(found).group(new DistributedPortGroup(), s)))))
                .task(
                        "CreateDVPortgroup_Task",
                        call -> Work.once(() -> {
                            String group = call.argument("spec").need("name");
                            add(
                                    group,
                                    new PortSettings(found).group(new DistributedPortGroup(), call.argument("spec")));
                            return Optional.of(world.ref(Networks.DISTRIBUTED, group));
                        }))
                .task("Destroy_Task", call -> Work.once(this::destroy));
    }

    private void add(String group, DistributedPortGroup made) {
        boolean taken =
                world.site().distributedSwitches.values().stream().anyMatch(d -> d.portGroups.containsKey(group));
        if (taken) {
            throw Faults.duplicateName(group, world.ref(Networks.DISTRIBUTED, group));
        }
        found.portGroups.put(group, made);
    }

    private void destroy() {
        if (!found.hosts.isEmpty()) {
            throw Faults.inUse(KIND, name);
        }
        world.site().distributedSwitches.remove(name);
    }

    private Stream<Ref> portGroups() {
        return found.portGroups.keySet().stream().map(g -> world.ref(Networks.DISTRIBUTED, g));
    }

    private int ports() {
        return found.hosts.size() * found.uplinks.size()
                + found.portGroups.values().stream().mapToInt(g -> g.ports).sum();
    }

    private Data summary() {
        return Data.of("DVSSummary")
                .text("name", name)
                .text("uuid", Networks.uuid(found))
                .number("numPorts", ports())
                .put("productInfo", product())
                .refs("hostMember", found.hosts.keySet().stream().map(world::hostRef))
                .refs("vm", Stream.empty())
                .refs("host", found.hosts.keySet().stream().map(world::hostRef))
                .texts("portgroupName", List.copyOf(found.portGroups.keySet()))
                .unset("description contact")
                .number("numHosts", found.hosts.size());
    }

    private Data product() {
        return Data.of("DistributedVirtualSwitchProductSpec")
                .text("name", "DVS")
                .text("vendor", "VMware, Inc.")
                .text("version", found.version)
                .text("forwardingClass", "etherswitch");
    }

    private Data config() {
        return Data.of("VMwareDVSConfigInfo")
                .text("uuid", Networks.uuid(found))
                .text("name", name)
                .number("numStandalonePorts", 0)
                .number("numPorts", ports())
                .number("maxPorts", Integer.MAX_VALUE)
                .put("uplinkPortPolicy", Data.of("DVSNameArrayUplinkPortPolicy").texts("uplinkPortName", found.uplinks))
                .refs("uplinkPortgroup", Stream.empty())
                .put("defaultPortConfig", new PortSettings(found).data(new DistributedPortGroup(), true))
                .list(
                        "host",
                        "DistributedVirtualSwitchHostMember",
                        found.hosts.entrySet().stream().map(this::member))
                .put("productInfo", product())
                .text("configVersion", version(found.changes))
                .flag("networkResourceManagementEnabled", true)
                .number("maxMtu", found.mtu)
                .put(
                        "linkDiscoveryProtocolConfig",
                        Data.of("LinkDiscoveryProtocolConfig")
                                .text("protocol", "cdp")
                                .text("operation", "listen"))
                .unset(
                        "targetInfo extensionKey vendorSpecificConfig policy description contact switchIpAddress createTime"
                                + " defaultProxySwitchMaxNumPorts healthCheckConfig infrastructureTrafficResourceConfig"
                                + " networkResourceControlVersion vmVnicNetworkResourcePool pnicCapacityRatioForReservation"
                                + " vspanSession pvlanConfig ipfixConfig lacpGroupConfig lacpApiVersion multicastFilteringMode");
    }

    private Data member(Map.Entry<String, ? extends Map<String, String>> host) {
        return Data.of("DistributedVirtualSwitchHostMember")
                .put(
                        "config",
                        Data.of("DistributedVirtualSwitchHostMemberConfigInfo")
                                .put("host", world.hostRef(host.getKey()))
                                .number("maxProxySwitchPorts", 512)
                                .put("backing", PnicBacking.data(found, host.getValue())))
                .text("status", "up")
                .unset("runtimeState productInfo uplinkPortKey statusDetail");
    }

    /** What a client sends back to say which configuration it has read. */
    static String version(long changes) {
        return Long.toString(1 + changes);
    }
}
