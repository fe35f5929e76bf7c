package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.DistributedPortGroup;
import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.Entities;
import io.twinpath.lab.vim.Inventory;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import io.twinpath.lab.vim.machine.Networks;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A port group of a distributed switch. */
public final class DistributedGroupObject implements ManagedObject {

    private final World world;
    private final String name;
    private final String ownerName;
    private final DistributedSwitch owner;
    private final DistributedPortGroup group;

    private DistributedGroupObject(World world, String name, String ownerName, DistributedSwitch owner) {
        this.world = world;
        this.name = name;
        this.ownerName = ownerName;
        this.owner = owner;
        this.group = Optional.ofNullable(owner.portGroups.get(name)).orElseThrow();
    }

    public static Optional<ManagedObject> find(World world, Ref ref) {
        return Optional.of(world)
                .filter(World::vcenter)
                .flatMap(w -> w.key(ref))
                .flatMap(n -> world.site().distributedSwitches.entrySet().stream()
                        .filter(d -> d.getValue().portGroups.containsKey(n))
                        .findFirst()
                        .map(d -> new DistributedGroupObject(world, n, d.getKey(), d.getValue())));
    }

    /** Those of a vCenter. */
    public static Stream<Ref> all(World world) {
        return world.site().distributedSwitches.values().stream()
                .flatMap(d -> d.portGroups.keySet().stream())
                .map(g -> world.ref(Networks.DISTRIBUTED, g));
    }

    /** Those that a host takes part in. */
    public static Stream<Ref> of(World world, String host) {
        return world.site().distributedSwitches.values().stream()
                .filter(d -> d.hosts.containsKey(host))
                .flatMap(d -> d.portGroups.keySet().stream())
                .map(g -> world.ref(Networks.DISTRIBUTED, g));
    }

    @Override
    public Ref self() {
        return world.ref(Networks.DISTRIBUTED, name);
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), name, Optional.of(Inventory.networkFolder(world)))
                .put(
                        "summary",
                        Data.of("NetworkSummary")
                                .put("network", self())
                                .text("name", Entities.escaped(name))
                                .flag("accessible", true)
                                .text("ipPoolName", ""))
                .refs("host", owner.hosts.keySet().stream().map(world::hostRef))
                .refs("vm", machines())
                .text("key", self().id())
                .lazy("config", this::config)
                .unset("portKeys");
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .task("ReconfigureDVPortgroup_Task", call -> Work.once(() -> reconfigure(call.argument("spec"))))
                .task("Destroy_Task", call -> Work.once(this::destroy));
    }

    private void reconfigure(Element spec) {
        spec.text("configVersion")
                .filter(v -> !v.equals(DistributedSwitchObject.version(group.changes)))
                .ifPresent(v -> {
                    throw Faults.of(
                            "ConcurrentAccess",
                            "The operation cannot be completed because the object was modified by another request.");
                });
        new PortSettings(owner).group(group, spec);
        group.changes++;
        spec.text("name").filter(n -> !n.equals(name)).ifPresent(this::rename);
    }

    private void rename(String to) {
        if (owner.portGroups.containsKey(to)) {
            throw Faults.duplicateName(to, world.ref(Networks.DISTRIBUTED, to));
        }
        owner.portGroups.remove(name);
        owner.portGroups.put(to, group);
        world.renamed(Networks.DISTRIBUTED, name, to);
        world.site().vms.values().stream()
                .flatMap(v -> v.adapters.values().stream())
                .filter(a -> a.network.equals(name))
                .forEach(a -> a.network = to);
    }

    private void destroy() {
        boolean interfaces = owner.hosts.keySet().stream()
                .map(world::host)
                .flatMap(h -> h.vmkernel.values().stream()
                        .filter(v -> h.switchOf(v.portGroup).isEmpty()))
                .anyMatch(v -> v.portGroup.equals(name));
        if (interfaces || machines().findAny().isPresent()) {
            throw Faults.inUse(Networks.DISTRIBUTED, name);
        }
        owner.portGroups.remove(name);
    }

    private Stream<Ref> machines() {
        return world.site().vms.entrySet().stream()
                .filter(v -> owner.hosts.containsKey(v.getValue().host)
                        && v.getValue().adapters.values().stream().anyMatch(a -> a.network.equals(name)))
                .map(Map.Entry::getKey)
                .map(v -> world.ref("VirtualMachine", v));
    }

    private Data config() {
        return Data.of("DVPortgroupConfigInfo")
                .text("key", self().id())
                .text("name", name)
                .number("numPorts", group.ports)
                .put("distributedVirtualSwitch", world.ref(DistributedSwitchObject.KIND, ownerName))
                .put("defaultPortConfig", new PortSettings(owner).data(group, false))
                .text("type", "earlyBinding")
                .put("policy", policy())
                .text("configVersion", DistributedSwitchObject.version(group.changes))
                .flag("autoExpand", true)
                .flag("uplink", false)
                .unset("description portNameFormat scope vendorSpecificConfig vmVnicNetworkResourcePoolKey"
                        + " backingType logicalSwitchUuid segmentId transportZoneUuid transportZoneName");
    }

    private static Data policy() {
        Data policy = Data.of("VMwareDVSPortgroupPolicy");
        for (String flag :
                "blockOverrideAllowed shapingOverrideAllowed vendorConfigOverrideAllowed livePortMovingAllowed"
                        .split(" ", -1)) {
            policy.flag(flag, flag.startsWith("block"));
        }
        return policy.flag("portConfigResetAtDisconnect", true)
                .flag("vlanOverrideAllowed", false)
                .flag("uplinkTeamingOverrideAllowed", false)
                .flag("securityPolicyOverrideAllowed", false);
    }
}
