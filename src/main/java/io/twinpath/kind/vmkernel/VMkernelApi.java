package io.twinpath.kind.vmkernel;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Echo;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * VMkernel interfaces in the words of {@code HostNetworkSystem} and {@code HostVirtualNicManager}. A specification is sent
 * whole, since some of what it leaves out goes back to the server's defaults. The server chooses the name of an interface that
 * is made, the lowest that is free; should that be another than the one that is wanted, what follows names an interface that
 * is not there and fails.
 */
final class VMkernelApi implements Binding<VMkernel> {

    private static final String NICS = "config.network.vnic";
    private static final String SERVICES = "config.virtualNicManagerInfo.netConfig";
    private static final PropertyQuery LIST = HostProperties.query(NICS, SERVICES);
    private static final Handle NETWORK = new Handle.Manager("networkSystem");
    private static final Handle MANAGER = new Handle.Manager("virtualNicManager");

    /** Says where on a distributed switch it is connected. */
    private static final String PORT = "distributedVirtualPort";

    /** What stands for the port group of an interface on a distributed switch; see the obstacle of the kind. */
    private static final String DISTRIBUTED = "N/A";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<VMkernel> wanted, Replies known) {
        return List.of(LIST);
    }

    @Override
    public Observed<VMkernel> read(Address address, Optional<VMkernel> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found =
                HostProperties.named(HostProperties.items(replies, LIST, NICS), address.name(), "device");
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        SortedSet<VMkernel.Service> services = services(address.name(), HostProperties.items(replies, LIST, SERVICES));
        return new Observed.Present<>(vmkernel(found.orElseThrow(), services));
    }

    private static VMkernel vmkernel(Node nic, SortedSet<VMkernel.Service> services) throws UnreadableException {
        Node spec = nic.required("spec");
        try {
            return new VMkernel(
                    spec.child(PORT).isPresent() ? DISTRIBUTED : nic.requiredText("portgroup"),
                    ip(spec),
                    Optional.of(spec.flag("ip", "dhcp").orElse(false)),
                    address(spec, "ipRouteSpec", "ipRouteConfig", "defaultGateway"),
                    spec.number("mtu").map(Long::intValue),
                    Optional.of(Ipv6Api.read(spec)),
                    Optional.of(services),
                    spec.text("netStackInstanceKey"),
                    spec.text("mac").map(Mac::parse),
                    new Echo()
                            .keep(spec, PORT, "switchUuid")
                            .keep(spec, PORT, "portgroupKey")
                            .keep(spec, PORT, "portKey")
                            .keep(spec, PORT, "connectionCookie")
                            .keep(spec, "tsoEnabled")
                            .keep(spec, "externalId")
                            .keep(spec, "pinnedPnic")
                            .keep(spec, "systemOwned")
                            .fields());
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("An interface cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<Ipv4Prefix> ip(Node spec) {
        return address(spec, "ip", "ipAddress")
                .flatMap(ip -> address(spec, "ip", "subnetMask").map(mask -> Ipv4Prefix.of(ip, mask)));
    }

    private static Optional<Ipv4> address(Node spec, String... path) {
        return spec.text(path).filter(t -> !t.isEmpty() && !t.equals("0.0.0.0")).map(Ipv4::parse);
    }

    /** What a key that ends in the name of the interface is selected for; keys are opaque but for that. */
    private static SortedSet<VMkernel.Service> services(String device, List<Node> configs) {
        SortedSet<VMkernel.Service> services = new TreeSet<>();
        for (Node config : configs) {
            boolean selected = config.texts("selectedVnic").stream().anyMatch(key -> key.endsWith("-" + device));
            for (VMkernel.Service service : VMkernel.Service.values()) {
                if (selected
                        && config.text("nicType").filter(type(service)::equals).isPresent()) {
                    services.add(service);
                }
            }
        }
        return Collections.unmodifiableSortedSet(services);
    }

    /** As in {@code HostVirtualNicManagerNicType}. */
    private static String type(VMkernel.Service service) {
        return switch (service) {
            case MANAGEMENT -> "management";
            case VMOTION -> "vmotion";
            case FAULT_TOLERANCE -> "faultToleranceLogging";
            case VSAN -> "vsan";
            case VSAN_WITNESS -> "vsanWitness";
            case REPLICATION -> "vSphereReplication";
            case REPLICATION_NFC -> "vSphereReplicationNFC";
            case PROVISIONING -> "vSphereProvisioning";
            case BACKUP_NFC -> "vSphereBackupNFC";
        };
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<VMkernel>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found("vmkernel", host, HostProperties.items(replies, LIST, NICS), "device");
    }

    @Override
    public List<Command> script(Change<VMkernel> change) {
        String name = change.address().name();
        Script script = new Script();
        switch (change) {
            case Change.Keep<VMkernel> c -> {}
            case Change.Blocked<VMkernel> c -> {}
            case Change.Create<VMkernel> c -> create(script, name, c.target());
            case Change.Update<VMkernel> c -> update(script, name, c.observed(), c.target());
            case Change.Replace<VMkernel> c -> {
                remove(script, name);
                create(script, name, c.target());
            }
            case Change.Delete<VMkernel> c -> remove(script, name);
        }
        return script.commands();
    }

    private static void remove(Script script, String name) {
        script.add(MethodCommand.of(NETWORK, "RemoveVirtualNic", Node.string("device", name)));
    }

    /** An interface that is made gets a MAC address of its own, as over SSH. */
    private static void create(Script script, String name, VMkernel target) {
        script.add(MethodCommand.of(
                NETWORK,
                "AddVirtualNic",
                Node.string("portgroup", target.portGroup()),
                spec("nic", Optional.empty(), target, Optional.empty())));
        Script.added(Optional.empty(), target.services(), s -> select(script, "SelectVnicForNicType", s, name));
    }

    private static void update(Script script, String name, VMkernel before, VMkernel after) {
        Node wanted = spec("nic", Optional.of(before), after, after.mac());
        if (!wanted.equals(spec("nic", Optional.of(before), before, after.mac()))) {
            script.add(MethodCommand.of(NETWORK, "UpdateVirtualNic", Node.string("device", name), wanted));
        }
        Script.added(before.services(), after.services(), s -> select(script, "SelectVnicForNicType", s, name));
        Script.removed(before.services(), after.services(), s -> select(script, "DeselectVnicForNicType", s, name));
    }

    private static void select(Script script, String method, VMkernel.Service service, String name) {
        script.add(
                MethodCommand.of(MANAGER, method, Node.string("nicType", type(service)), Node.string("device", name)));
    }

    private static Node spec(String name, Optional<VMkernel> before, VMkernel after, Optional<Mac> mac) {
        return Node.build(name, "HostVirtualNicSpec")
                .put(ip(before, after))
                .put(mac.map(m -> Node.string("mac", m.toString())))
                .put(port(after))
                .put(before.filter(b -> port(after).isEmpty()).map(b -> Node.string("portgroup", after.portGroup())))
                .put(after.mtu().map(mtu -> Node.number("mtu", mtu)))
                .put(Echo.field(after.api(), "tsoEnabled", "boolean"))
                .put(after.netstack().map(stack -> Node.string("netStackInstanceKey", stack)))
                .put(Echo.field(after.api(), "externalId", "string"))
                .put(Echo.field(after.api(), "pinnedPnic", "string"))
                .put(after.gateway().map(VMkernelApi::route))
                .put(Echo.field(after.api(), "systemOwned", "boolean"))
                .end();
    }

    private static Optional<Node> port(VMkernel after) {
        return Echo.object(
                PORT,
                "DistributedVirtualSwitchPortConnection",
                List.of(
                        Echo.field(after.api(), PORT + ".switchUuid", "string"),
                        Echo.field(after.api(), PORT + ".portgroupKey", "string"),
                        Echo.field(after.api(), PORT + ".portKey", "string"),
                        Echo.field(after.api(), PORT + ".connectionCookie", "int")));
    }

    private static Node ip(Optional<VMkernel> before, VMkernel after) {
        boolean dhcp = after.dhcp().orElse(false);
        Optional<Ipv4Prefix> fixed = after.ip().filter(ip -> !dhcp);
        return Node.build("ip", "HostIpConfig")
                .put(Node.flag("dhcp", dhcp))
                .put(fixed.map(ip -> Node.string("ipAddress", ip.ip().toString())))
                .put(fixed.map(ip -> Node.string("subnetMask", ip.netmask().toString())))
                .put(after.ipv6().flatMap(six -> Ipv6Api.config(before.flatMap(VMkernel::ipv6), six)))
                .end();
    }

    private static Node route(Ipv4 gateway) {
        return Node.object(
                "ipRouteSpec",
                "HostVirtualNicIpRouteSpec",
                Node.object("ipRouteConfig", "HostIpRouteConfig", Node.string("defaultGateway", gateway.toString())));
    }
}
