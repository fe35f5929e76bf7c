package io.twinpath.kind.dvportgroup;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Port groups of distributed switches. */
public final class DvPortGroupKind implements Kind<DvPortGroup> {

    private static final String VLAN = "(0|[1-9][0-9]{0,2}|[1-3][0-9]{3}|40[0-8][0-9]|409[0-4])";
    private static final Pattern RANGE = Pattern.compile(VLAN + "(-" + VLAN + ")?");

    @Override
    public String name() {
        return "dv_port_group";
    }

    @Override
    public String title() {
        return "a port group of a distributed switch";
    }

    @Override
    public Class<DvPortGroup> type() {
        return DvPortGroup.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("distributed_port_groups");
    }

    @Override
    public void check(Resource<DvPortGroup> resource, Diagnostics into) {
        resource.desired().ifPresent(group -> {
            if (group.vlan().isPresent() && group.trunk().isPresent()) {
                into.add(KindProblem.contradiction(
                        resource,
                        FieldPath.of("trunk"),
                        "A port group has one VLAN or passes several with their tags."));
            }
            group.trunk()
                    .ifPresent(ranges -> ranges.stream()
                            .filter(r -> !RANGE.matcher(r).matches())
                            .forEach(r -> into.add(KindProblem.malformed(
                                    resource, FieldPath.of("trunk"), r, "a VLAN or a range, such as 10-20"))));
            group.teaming()
                    .ifPresent(t -> t.active()
                            .ifPresent(active -> t.standby().orElseGet(List::of).stream()
                                    .filter(active::contains)
                                    .forEach(p -> into.add(KindProblem.activeAndStandby(
                                            resource, new FieldPath(List.of("teaming", "standby")), p)))));
        });
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("dvs");
    }

    @Override
    public Set<Address> requires(Address self, DvPortGroup value) {
        return Needs.inSite("dvs", value.dvs());
    }

    /** Whatever uses it may be cut off, the management network of hosts among it. */
    @Override
    public RiskClass risk(Change<DvPortGroup> change) {
        return change instanceof Change.Create<DvPortGroup> ? RiskClass.HARMLESS : RiskClass.LIFELINE;
    }

    @Override
    public List<Binding<DvPortGroup>> bindings() {
        return List.of(new DvPortGroupApi());
    }
}
