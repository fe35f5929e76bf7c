package io.twinpath.kind.portgroup;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.kind.Script;
import io.twinpath.kind.ShapingWords;
import io.twinpath.kind.TeamingRules;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Names;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Port groups of standard virtual switches. */
public final class PortGroupKind implements Kind<PortGroup> {

    @Override
    public String name() {
        return "port_group";
    }

    @Override
    public String title() {
        return "a port group";
    }

    @Override
    public Class<PortGroup> type() {
        return PortGroup.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNested("vswitches", "port_groups", "vswitch");
    }

    @Override
    public void check(Resource<PortGroup> resource, Diagnostics into) {
        resource.desired()
                .map(PortGroup::vswitch)
                .filter(name -> !Names.isObject(name))
                .ifPresent(name -> into.add(KindProblem.malformed(
                        resource, FieldPath.of("vswitch"), name, "the name of a virtual switch")));
        resource.desired()
                .flatMap(PortGroup::teaming)
                .ifPresent(t -> TeamingRules.check(resource, t, Optional.empty(), into));
        resource.desired().flatMap(PortGroup::shaping).ifPresent(s -> ShapingWords.check(resource, s, into));
        resource.desired().ifPresent(p -> {
            overrides(resource, p, PortGroup.Policy.TEAMING, p.teaming().isPresent(), into);
            overrides(resource, p, PortGroup.Policy.SECURITY, p.security().isPresent(), into);
            overrides(resource, p, PortGroup.Policy.SHAPING, p.shaping().isPresent(), into);
        });
    }

    private static void overrides(
            Resource<?> resource, PortGroup group, PortGroup.Policy policy, boolean own, Diagnostics into) {
        if (own && group.follows(policy)) {
            String name = policy.name().toLowerCase(Locale.ROOT);
            into.add(KindProblem.contradiction(
                    resource,
                    FieldPath.of("inherit"),
                    "It cannot follow the virtual switch in \"" + name + "\" and have one of its own."));
        }
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("vswitch");
    }

    @Override
    public Set<Address> requires(Address self, PortGroup value) {
        return Needs.onSameHost(self, "vswitch", value.vswitch());
    }

    /** VLAN, failover order and moves can cut whatever uses the port group; the management network, perhaps. */
    @Override
    public RiskClass risk(Change<PortGroup> change) {
        return switch (change) {
            case Change.Create<PortGroup> c -> RiskClass.HARMLESS;
            case Change.Update<PortGroup> c ->
                Script.differs(c.observed().vlan(), c.target().vlan())
                                || Script.differs(
                                        c.observed().effective().teaming(),
                                        c.target().effective().teaming())
                        ? RiskClass.LIFELINE
                        : RiskClass.HOST;
            case Change.Replace<PortGroup> c -> RiskClass.LIFELINE;
            case Change.Delete<PortGroup> c -> RiskClass.LIFELINE;
            case Change.Keep<PortGroup> c -> RiskClass.HARMLESS;
            case Change.Blocked<PortGroup> c -> RiskClass.HARMLESS;
        };
    }

    @Override
    public List<Binding<PortGroup>> bindings() {
        return List.of(new PortGroupSsh(), new PortGroupApi());
    }
}
