package io.twinpath.kind.vmkernel;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Ipv6Prefix;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The host's own network interfaces. */
public final class VMkernelKind implements Kind<VMkernel> {

    private static final Pattern NAME = Pattern.compile("vmk(0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])");

    private static final String NETSTACK = "netstack";
    private static final String EVERY_HOST_HAS = "defaultTcpipStack";

    @Override
    public String name() {
        return "vmkernel";
    }

    @Override
    public String title() {
        return "a VMkernel interface";
    }

    @Override
    public Class<VMkernel> type() {
        return VMkernel.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("vmkernel");
    }

    @Override
    public void check(Resource<VMkernel> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!NAME.matcher(name).matches()) {
            into.add(KindProblem.malformed(resource, FieldPath.ROOT, name, "an interface's name (vmk0 to vmk255)"));
        }
        resource.desired().ifPresent(v -> {
            if (!Names.isObject(v.portGroup())) {
                into.add(KindProblem.malformed(
                        resource, FieldPath.of("port_group"), v.portGroup(), "the name of a port group"));
            }
            v.ipv6()
                    .flatMap(Ipv6::addresses)
                    .filter(a -> a.stream().anyMatch(Ipv6Prefix::isLinkLocal))
                    .ifPresent(a -> into.add(KindProblem.contradiction(
                            resource,
                            FieldPath.of("ipv6", "addresses"),
                            "An interface gives itself its link-local address.")));
            if (v.dhcp().orElse(false) && (v.ip().isPresent() || v.gateway().isPresent())) {
                into.add(KindProblem.contradiction(
                        resource, FieldPath.of("dhcp"), "With \"dhcp: true\" the server tells address and gateway."));
            }
            if (v.gateway().isPresent() && v.ip().isEmpty() && !v.dhcp().orElse(false)) {
                into.add(KindProblem.needsAnother(
                        resource, FieldPath.of("gateway"), "A gateway is set together with a fixed \"ip\"."));
            }
        });
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("port_group", NETSTACK);
    }

    @Override
    public Set<Address> requires(Address self, VMkernel value) {
        Set<Address> needs = new HashSet<>(Needs.onSameHost(self, "port_group", value.portGroup()));
        value.netstack()
                .filter(stack -> !stack.equals(EVERY_HOST_HAS))
                .ifPresent(stack -> needs.addAll(Needs.onSameHost(self, NETSTACK, stack)));
        return needs;
    }

    @Override
    public Optional<Address> alternative(Address needed) {
        return needed.kind().equals("port_group")
                ? Optional.of(Address.inSite("dv_port_group", needed.name()))
                : Optional.empty();
    }

    @Override
    public Set<String> claims(VMkernel value) {
        return value.ip().map(ip -> Set.of("address " + ip.ip())).orElseGet(Set::of);
    }

    @Override
    public boolean narrows(VMkernel observed, VMkernel target) {
        return observed.mtu().isPresent()
                && target.mtu().isPresent()
                && target.mtu().orElseThrow() < observed.mtu().orElseThrow();
    }

    /** Whatever changes an interface that exists can cut management or storage. */
    @Override
    public RiskClass risk(Change<VMkernel> change) {
        return switch (change) {
            case Change.Create<VMkernel> c -> RiskClass.HARMLESS;
            case Change.Update<VMkernel> c -> RiskClass.LIFELINE;
            case Change.Replace<VMkernel> c -> RiskClass.LIFELINE;
            case Change.Delete<VMkernel> c -> RiskClass.LIFELINE;
            case Change.Keep<VMkernel> c -> RiskClass.HARMLESS;
            case Change.Blocked<VMkernel> c -> RiskClass.HARMLESS;
        };
    }

    /** A fixed address says that there is no DHCP. */
    @Override
    public VMkernel settle(VMkernel desired, VMkernel observed) {
        if (desired.ip().isEmpty() || desired.dhcp().isPresent()) {
            return desired;
        }
        return new VMkernel(
                desired.portGroup(),
                desired.ip(),
                Optional.of(false),
                desired.gateway(),
                desired.mtu(),
                desired.ipv6(),
                desired.services(),
                desired.netstack(),
                desired.mac());
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<VMkernel> resource, Observed<VMkernel> observed) {
        if (!(observed instanceof Observed.Present<VMkernel>(VMkernel found))) {
            return Optional.empty();
        }
        String name = resource.address().name();
        if (found.portGroup().equals("N/A")
                && resource.desired()
                        .filter(d -> d.portGroup().equals(found.portGroup()))
                        .isEmpty()) {
            return Optional.of(new Obstacle.Unsupported(name
                    + " is connected to a distributed switch. It leaves that over the API of its vCenter: declare the switch"
                    + " with this host under \"distributed_switches\"."));
        }
        return manages(found) && !staysManagement(resource.desired(), found)
                ? Optional.of(new Obstacle.Unsupported(name
                        + " carries management, and this would take it away for good or for a moment, the way back with"
                        + " it. Do it at the host's console."))
                : Optional.empty();
    }

    private static boolean manages(VMkernel interf) {
        return interf.services()
                .filter(s -> s.contains(VMkernel.Service.MANAGEMENT))
                .isPresent();
    }

    /** Not removed, not made again, and the service is kept. */
    private boolean staysManagement(Optional<VMkernel> desired, VMkernel found) {
        return desired.isPresent()
                && (desired.orElseThrow().services().isEmpty() || manages(desired.orElseThrow()))
                && compare(desired.orElseThrow(), found).stream().noneMatch(Delta::forcesReplace);
    }

    @Override
    public List<Binding<VMkernel>> bindings() {
        return List.of(new VMkernelSsh(), new VMkernelApi());
    }
}
