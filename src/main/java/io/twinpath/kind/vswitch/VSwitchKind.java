package io.twinpath.kind.vswitch;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.FailoverWords;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.kind.Script;
import io.twinpath.kind.ShapingWords;
import io.twinpath.kind.Teaming;
import io.twinpath.kind.TeamingRules;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Standard virtual switches. */
public final class VSwitchKind implements Kind<VSwitch> {

    private static final Pattern NAME = Pattern.compile("[^\\s/\\\\#%]{1,31}");

    static VSwitch nothing() {
        return new VSwitch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String name() {
        return "vswitch";
    }

    @Override
    public String title() {
        return "a virtual switch";
    }

    @Override
    public Class<VSwitch> type() {
        return VSwitch.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("vswitches");
    }

    @Override
    public void check(Resource<VSwitch> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!NAME.matcher(name).matches()) {
            into.add(KindProblem.malformed(
                    resource,
                    FieldPath.ROOT,
                    name,
                    "a virtual switch's name (1 to 31 characters without blanks, slashes, # and %)"));
        }
        resource.desired()
                .ifPresent(v -> v.teaming().ifPresent(t -> TeamingRules.check(resource, t, v.uplinks(), into)));
        resource.desired().flatMap(VSwitch::shaping).ifPresent(s -> ShapingWords.check(resource, s, into));
    }

    /** A port serves one virtual switch at a time. */
    @Override
    public Set<String> claims(VSwitch value) {
        return value.uplinks().stream()
                .flatMap(Collection::stream)
                .map(p -> "uplink " + p)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean narrows(VSwitch observed, VSwitch target) {
        boolean smaller = lowers(observed, target);
        Set<PortRef> before = observed.uplinks().orElseGet(TreeSet::new);
        Set<PortRef> after = target.uplinks().orElseGet(TreeSet::new);
        return smaller || (before.containsAll(after) && !before.equals(after));
    }

    /** Uplinks, their order and a smaller MTU can cut whatever the switch carries; the management network, perhaps. */
    @Override
    public RiskClass risk(Change<VSwitch> change) {
        return switch (change) {
            case Change.Create<VSwitch> c -> RiskClass.HARMLESS;
            case Change.Delete<VSwitch> c -> RiskClass.LIFELINE;
            case Change.Replace<VSwitch> c -> RiskClass.LIFELINE;
            case Change.Update<VSwitch> c -> cuts(c.observed(), c.target()) ? RiskClass.LIFELINE : RiskClass.HOST;
            case Change.Keep<VSwitch> c -> RiskClass.HARMLESS;
            case Change.Blocked<VSwitch> c -> RiskClass.HARMLESS;
        };
    }

    private static boolean cuts(VSwitch observed, VSwitch target) {
        return lowers(observed, target)
                || Script.differs(observed.uplinks(), target.uplinks())
                || Script.differs(observed.teaming(), target.teaming());
    }

    private static boolean lowers(VSwitch observed, VSwitch target) {
        return observed.mtu().isPresent()
                && target.mtu().isPresent()
                && target.mtu().orElseThrow() < observed.mtu().orElseThrow();
    }

    /**
     * When uplinks change and the order is left open, the order that ESXi would come to is written out: those that stay
     * keep their places, new ones become active. So the plan shows it, and the reversal restores the old one.
     */
    @Override
    public VSwitch settle(VSwitch desired, VSwitch observed) {
        boolean open = desired.teaming().flatMap(Teaming::active).isEmpty();
        if (!open
                || observed.teaming().isEmpty()
                || !Script.differs(observed.uplinks(), desired.uplinks())
                || desired.uplinks().orElseThrow().isEmpty()) {
            return desired;
        }
        return new VSwitch(
                desired.uplinks(),
                desired.mtu(),
                desired.cdp(),
                Optional.of(order(
                        desired.teaming().orElseGet(Teaming::unspecified),
                        observed.teaming().orElseThrow(),
                        desired.uplinks().orElseThrow(),
                        observed.uplinks().orElseGet(() -> FailoverWords.set(List.of())))),
                desired.security(),
                desired.shaping());
    }

    private static Teaming order(
            Teaming desired, Teaming observed, SortedSet<PortRef> uplinks, SortedSet<PortRef> before) {
        List<PortRef> active = new ArrayList<>(observed.active().orElseGet(List::of));
        List<PortRef> standby = new ArrayList<>(observed.standby().orElseGet(List::of));
        active.retainAll(uplinks);
        standby.retainAll(uplinks);
        uplinks.stream().filter(p -> !before.contains(p)).forEach(active::add);
        return new Teaming(
                desired.loadBalancing(),
                Optional.of(List.copyOf(active)),
                Optional.of(List.copyOf(standby)),
                desired.failback(),
                desired.notifySwitches(),
                desired.failureDetection());
    }

    @Override
    public List<Binding<VSwitch>> bindings() {
        return List.of(new VSwitchSsh(), new VSwitchApi());
    }
}
