package io.twinpath.kind;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.PortRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API's words for what virtual switches and port groups share: {@code HostNetworkPolicy}. On a port group what is not
 * there is inherited; on a virtual switch all is there. Rates of shaping are bits a second and bytes to the API.
 */
public final class NetworkPolicy {

    private static final long KILO = 1000;
    private static final long KIBI = 1024;
    private static final String TEAMING = "policy.nicTeaming";
    private static final String CRITERIA = TEAMING + ".failureCriteria";
    private static final String OFFLOAD = "policy.offloadPolicy";
    private static final String SHAPING = "policy.shapingPolicy";

    private NetworkPolicy() {}

    /** @param spec of a virtual switch or port group, with its {@code policy} */
    public static Teaming teaming(Node spec) throws UnreadableException {
        Optional<Node> teaming = spec.at("policy", "nicTeaming");
        if (teaming.isEmpty()) {
            return Teaming.unspecified();
        }
        Node node = teaming.orElseThrow();
        Optional<Node> order = node.child("nicOrder");
        return new Teaming(
                loadBalancing(node),
                order.isEmpty() ? Optional.empty() : Optional.of(ports(order.orElseThrow(), "activeNic")),
                order.isEmpty() ? Optional.empty() : Optional.of(ports(order.orElseThrow(), "standbyNic")),
                node.flag("rollingOrder").map(r -> !r),
                node.flag("notifySwitches"),
                node.flag("failureCriteria", "checkBeacon")
                        .map(b -> b ? Teaming.FailureDetection.BEACON : Teaming.FailureDetection.LINK));
    }

    /** Ports by the host's names. */
    public static List<PortRef> ports(Node node, String field) throws UnreadableException {
        List<PortRef> ports = new ArrayList<>();
        for (String name : node.texts(field)) {
            if (!PortRef.VMNIC.matcher(name).matches()) {
                throw new UnreadableException("\"" + name + "\" in \"" + field + "\" is no port of a host.");
            }
            ports.add(new PortRef.Vmnic(name));
        }
        return List.copyOf(ports);
    }

    private static Optional<Teaming.LoadBalancing> loadBalancing(Node teaming) throws UnreadableException {
        Optional<String> word = teaming.text("policy");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word.orElseThrow()) {
                    case "loadbalance_srcid" -> Teaming.LoadBalancing.PORTID;
                    case "loadbalance_ip" -> Teaming.LoadBalancing.IPHASH;
                    case "loadbalance_srcmac" -> Teaming.LoadBalancing.MAC;
                    case "failover_explicit" -> Teaming.LoadBalancing.EXPLICIT;
                    default ->
                        throw new UnreadableException(
                                "The load balancing \"" + word.orElseThrow() + "\" is not known.");
                });
    }

    private static String word(Teaming.LoadBalancing balancing) {
        return switch (balancing) {
            case PORTID -> "loadbalance_srcid";
            case IPHASH -> "loadbalance_ip";
            case MAC -> "loadbalance_srcmac";
            case EXPLICIT -> "failover_explicit";
        };
    }

    public static Security security(Node spec) throws UnreadableException {
        return new Security(
                spec.flag("policy", "security", "allowPromiscuous"),
                spec.flag("policy", "security", "macChanges"),
                spec.flag("policy", "security", "forgedTransmits"));
    }

    /** While shaping is off its rates mean nothing; without {@code enabled} nothing is overridden. */
    public static Shaping shaping(Node spec) throws UnreadableException {
        Optional<Boolean> enabled = spec.flag("policy", "shapingPolicy", "enabled");
        if (!enabled.equals(Optional.of(true))) {
            return new Shaping(enabled, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Shaping(
                enabled,
                spec.number("policy", "shapingPolicy", "averageBandwidth").map(n -> n / KILO),
                spec.number("policy", "shapingPolicy", "peakBandwidth").map(n -> n / KILO),
                spec.number("policy", "shapingPolicy", "burstSize").map(n -> n / KIBI));
    }

    /** Of a policy whatever no spec speaks of. */
    public static Echo keep(Node spec, Echo into) {
        return into.keepAll(spec, TEAMING, "reversePolicy")
                .keepAll(
                        spec,
                        CRITERIA,
                        "checkSpeed",
                        "speed",
                        "checkDuplex",
                        "fullDuplex",
                        "checkErrorPercent",
                        "percentage")
                .keepAll(spec, OFFLOAD, "csumOffload", "tcpSegmentation", "zeroCopyXmit")
                .keepAll(spec, SHAPING, "averageBandwidth", "peakBandwidth", "burstSize");
    }

    /** What was kept, without a policy that is no longer to be overridden. */
    public static Map<String, String> withoutTeaming(Map<String, String> kept) {
        return Echo.without(kept, TEAMING);
    }

    /** What was kept, without the rates. */
    public static Map<String, String> withoutShaping(Map<String, String> kept) {
        return Echo.without(kept, SHAPING);
    }

    /** The whole policy. What is empty is not in it: for a port group, inherited. */
    public static Node policy(Teaming teaming, Security security, Shaping shaping, Map<String, String> kept) {
        return Node.build("policy", "HostNetworkPolicy")
                .put(Echo.object(
                        "security",
                        "HostNetworkSecurityPolicy",
                        List.of(
                                security.promiscuous().map(b -> Node.flag("allowPromiscuous", b)),
                                security.macChanges().map(b -> Node.flag("macChanges", b)),
                                security.forgedTransmits().map(b -> Node.flag("forgedTransmits", b)))))
                .put(teaming(teaming, kept))
                .put(Echo.object(
                        "offloadPolicy",
                        "HostNetOffloadCapabilities",
                        List.of(
                                Echo.field(kept, OFFLOAD + ".csumOffload", "boolean"),
                                Echo.field(kept, OFFLOAD + ".tcpSegmentation", "boolean"),
                                Echo.field(kept, OFFLOAD + ".zeroCopyXmit", "boolean"))))
                .put(shaping(shaping, kept))
                .end();
    }

    private static Optional<Node> teaming(Teaming teaming, Map<String, String> kept) {
        return Echo.object(
                "nicTeaming",
                "HostNicTeamingPolicy",
                List.of(
                        teaming.loadBalancing().map(l -> Node.string("policy", word(l))),
                        Echo.field(kept, TEAMING + ".reversePolicy", "boolean"),
                        teaming.notifySwitches().map(b -> Node.flag("notifySwitches", b)),
                        teaming.failback().map(b -> Node.flag("rollingOrder", !b)),
                        criteria(teaming, kept),
                        order(teaming)));
    }

    private static Optional<Node> criteria(Teaming teaming, Map<String, String> kept) {
        return Echo.object(
                "failureCriteria",
                "HostNicFailureCriteria",
                List.of(
                        Echo.field(kept, CRITERIA + ".checkSpeed", "string"),
                        Echo.field(kept, CRITERIA + ".speed", "int"),
                        Echo.field(kept, CRITERIA + ".checkDuplex", "boolean"),
                        Echo.field(kept, CRITERIA + ".fullDuplex", "boolean"),
                        Echo.field(kept, CRITERIA + ".checkErrorPercent", "boolean"),
                        Echo.field(kept, CRITERIA + ".percentage", "int"),
                        teaming.failureDetection()
                                .map(d -> Node.flag("checkBeacon", d == Teaming.FailureDetection.BEACON))));
    }

    private static Optional<Node> order(Teaming teaming) {
        if (teaming.active().isEmpty() && teaming.standby().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Node.build("nicOrder", "HostNicOrderPolicy")
                .putAll(names("activeNic", teaming.active().orElseGet(List::of)))
                .putAll(names("standbyNic", teaming.standby().orElseGet(List::of)))
                .end());
    }

    /** One field for each port, by its name. */
    public static List<Node> names(String field, Iterable<PortRef> ports) {
        List<Node> names = new ArrayList<>();
        ports.forEach(p -> names.add(Node.string(field, p.toString())));
        return names;
    }

    private static Optional<Node> shaping(Shaping shaping, Map<String, String> kept) {
        return Echo.object(
                "shapingPolicy",
                "HostNetworkTrafficShapingPolicy",
                List.of(
                        shaping.enabled().map(b -> Node.flag("enabled", b)),
                        rate("averageBandwidth", shaping.average(), KILO, kept),
                        rate("peakBandwidth", shaping.peak(), KILO, kept),
                        rate("burstSize", shaping.burst(), KIBI, kept)));
    }

    /** To the bit as it was, where it is not to change. */
    private static Optional<Node> rate(String field, Optional<Long> wanted, long unit, Map<String, String> kept) {
        Optional<Node> found = Echo.field(kept, SHAPING + "." + field, "long");
        boolean same = found.flatMap(Node::text)
                .filter(t -> wanted.isEmpty() || within(t, wanted.orElseThrow(), unit))
                .isPresent();
        return same ? found : wanted.map(w -> Node.longNumber(field, w * unit));
    }

    private static boolean within(String found, long wanted, long unit) {
        try {
            return Long.parseLong(found) / unit == wanted;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
