package io.twinpath.kind.vswitch;

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
import io.twinpath.kind.FailoverWords;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Listing;
import io.twinpath.kind.NetworkPolicy;
import io.twinpath.kind.Script;
import io.twinpath.kind.Security;
import io.twinpath.kind.Shaping;
import io.twinpath.kind.Teaming;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Virtual switches in the words of {@code HostNetworkSystem}. A specification is sent whole each time: one without a bridge
 * takes all uplinks away, and a policy without an order brings the server's own.
 */
final class VSwitchApi implements Binding<VSwitch> {

    private static final String PATH = "config.network.vswitch";
    private static final PropertyQuery LIST = HostProperties.query(PATH);
    private static final Handle NETWORK = new Handle.Manager("networkSystem");
    private static final String BRIDGE = "HostVirtualSwitchBondBridge";
    private static final String PNIC_KEY = "key-vim.host.PhysicalNic-";

    /** ESXi sizes switches by itself since 5.5 and still wants a number. */
    private static final int PORTS = 128;

    @Override
    public Transport transport() {
        return Transport.API;
    }

    /** The setting stands with the uplinks. */
    @Override
    public Optional<String> lacks(VSwitch wanted) {
        return wanted.cdp().isPresent()
                        && wanted.uplinks().filter(ports -> ports.isEmpty()).isPresent()
                ? Optional.of("Over the API a virtual switch without uplinks has no \"cdp\".")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<VSwitch> wanted, Replies known) {
        return List.of(LIST);
    }

    @Override
    public Observed<VSwitch> read(Address address, Optional<VSwitch> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found = HostProperties.named(HostProperties.items(replies, LIST, PATH), address.name(), "name");
        return found.isEmpty() ? new Observed.Absent<>() : new Observed.Present<>(vswitch(found.orElseThrow()));
    }

    private static VSwitch vswitch(Node read) throws UnreadableException {
        Node spec = read.required("spec");
        Optional<Long> mtu = read.number("mtu");
        return new VSwitch(
                Optional.of(FailoverWords.set(uplinks(read, spec))),
                (mtu.isPresent() ? mtu : spec.number("mtu")).map(Long::intValue),
                cdp(spec),
                Optional.of(NetworkPolicy.teaming(spec)),
                Optional.of(NetworkPolicy.security(spec)),
                Optional.of(NetworkPolicy.shaping(spec)),
                NetworkPolicy.keep(spec, new Echo())
                        .keep(spec, "numPorts")
                        .keep(spec, "bridge", "beacon", "interval")
                        .keep(spec, "bridge", "linkDiscoveryProtocolConfig", "protocol")
                        .fields());
    }

    /** The bridge names devices; without one of that form the switch itself still names keys. */
    private static List<PortRef> uplinks(Node read, Node spec) throws UnreadableException {
        Optional<Node> bridge = spec.child("bridge");
        if (bridge.filter(b -> !b.all("nicDevice").isEmpty()).isPresent()) {
            return NetworkPolicy.ports(bridge.orElseThrow(), "nicDevice");
        }
        List<PortRef> ports = new ArrayList<>();
        for (String key : read.texts("pnic")) {
            String device = key.startsWith(PNIC_KEY) ? key.substring(PNIC_KEY.length()) : key;
            if (!PortRef.VMNIC.matcher(device).matches()) {
                throw new UnreadableException("The uplink \"" + key + "\" of a virtual switch is no port of a host.");
            }
            ports.add(new PortRef.Vmnic(device));
        }
        return ports;
    }

    private static Optional<VSwitch.Cdp> cdp(Node spec) throws UnreadableException {
        Optional<String> word = spec.text("bridge", "linkDiscoveryProtocolConfig", "operation");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word.orElseThrow()) {
                    case "none" -> VSwitch.Cdp.DOWN;
                    case "listen" -> VSwitch.Cdp.LISTEN;
                    case "advertise" -> VSwitch.Cdp.ADVERTISE;
                    case "both" -> VSwitch.Cdp.BOTH;
                    default ->
                        throw new UnreadableException(
                                "The operation \"" + word.orElseThrow() + "\" of link discovery is not known.");
                });
    }

    private static String word(VSwitch.Cdp cdp) {
        return switch (cdp) {
            case DOWN -> "none";
            case LISTEN -> "listen";
            case ADVERTISE -> "advertise";
            case BOTH -> "both";
        };
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<VSwitch>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found("vswitch", host, HostProperties.items(replies, LIST, PATH), "name");
    }

    /** Servers are known to mistake a policy that comes with a new switch, so it is made first and told its policy then. */
    @Override
    public List<Command> script(Change<VSwitch> change) {
        Node name = Node.string("vswitchName", change.address().name());
        Script script = new Script();
        switch (change) {
            case Change.Keep<VSwitch> c -> {}
            case Change.Blocked<VSwitch> c -> {}
            case Change.Create<VSwitch> c -> {
                script.add(MethodCommand.of(NETWORK, "AddVirtualSwitch", name, spec(c.target(), false)));
                if (speaksOfPolicies(c.target())) {
                    script.add(MethodCommand.of(NETWORK, "UpdateVirtualSwitch", name, spec(c.target(), true)));
                }
            }
            case Change.Update<VSwitch> c ->
                script.add(MethodCommand.of(NETWORK, "UpdateVirtualSwitch", name, spec(c.target(), true)));
            case Change.Replace<VSwitch> c ->
                script.add(MethodCommand.of(NETWORK, "UpdateVirtualSwitch", name, spec(c.target(), true)));
            case Change.Delete<VSwitch> c -> script.add(MethodCommand.of(NETWORK, "RemoveVirtualSwitch", name));
        }
        return script.commands();
    }

    private static boolean speaksOfPolicies(VSwitch target) {
        return target.teaming().isPresent()
                || target.security().isPresent()
                || target.shaping().isPresent();
    }

    private static Node spec(VSwitch target, boolean policyToo) {
        Optional<Node> policy = policyToo ? Optional.of(policy(target)) : Optional.empty();
        return Node.build("spec", "HostVirtualSwitchSpec")
                .put(Echo.field(target.api(), "numPorts", "int").orElseGet(() -> Node.number("numPorts", PORTS)))
                .put(bridge(target))
                .put(policy)
                .put(target.mtu().map(mtu -> Node.number("mtu", mtu)))
                .end();
    }

    /** A bridge without ports is refused; having none is what says that there are no uplinks. */
    private static Optional<Node> bridge(VSwitch target) {
        SortedSet<PortRef> uplinks = target.uplinks().orElseGet(TreeSet::new);
        if (uplinks.isEmpty()) {
            return Optional.empty();
        }
        Node beacon =
                Echo.field(target.api(), "bridge.beacon.interval", "int").orElseGet(() -> Node.number("interval", 1));
        Node protocol = Echo.field(target.api(), "bridge.linkDiscoveryProtocolConfig.protocol", "string")
                .orElseGet(() -> Node.string("protocol", "cdp"));
        String operation = word(target.cdp().orElse(VSwitch.Cdp.LISTEN));
        return Optional.of(Node.build("bridge", BRIDGE)
                .putAll(NetworkPolicy.names("nicDevice", uplinks))
                .put(Node.object("beacon", "HostVirtualSwitchBeaconConfig", beacon))
                .put(Node.object(
                        "linkDiscoveryProtocolConfig",
                        "LinkDiscoveryProtocolConfig",
                        protocol,
                        Node.string("operation", operation)))
                .end());
    }

    /** What neither spec nor host says is as vSphere documents it for a new switch. */
    private static Node policy(VSwitch target) {
        Teaming teaming = target.teaming().orElseGet(Teaming::unspecified);
        Security security = target.security().orElseGet(Security::unspecified);
        Shaping shaping = target.shaping().orElseGet(Shaping::unspecified);
        return NetworkPolicy.policy(
                whole(teaming, target.uplinks().orElseGet(TreeSet::new)),
                new Security(
                        Optional.of(security.promiscuous().orElse(false)),
                        Optional.of(security.macChanges().orElse(true)),
                        Optional.of(security.forgedTransmits().orElse(true))),
                new Shaping(
                        Optional.of(shaping.enabled().orElse(false)),
                        shaping.average(),
                        shaping.peak(),
                        shaping.burst()),
                target.api());
    }

    /** Only uplinks can stand in the order; those that nothing is said of are active. */
    private static Teaming whole(Teaming teaming, SortedSet<PortRef> uplinks) {
        List<PortRef> standby = new ArrayList<>(teaming.standby().orElseGet(List::of));
        List<PortRef> active = new ArrayList<>(teaming.active()
                .orElseGet(
                        () -> uplinks.stream().filter(p -> !standby.contains(p)).toList()));
        standby.retainAll(uplinks);
        active.retainAll(uplinks);
        return new Teaming(
                Optional.of(teaming.loadBalancing().orElse(Teaming.LoadBalancing.PORTID)),
                Optional.of(List.copyOf(active)),
                Optional.of(List.copyOf(standby)),
                Optional.of(teaming.failback().orElse(true)),
                Optional.of(teaming.notifySwitches().orElse(true)),
                Optional.of(teaming.failureDetection().orElse(Teaming.FailureDetection.LINK)));
    }
}
