package io.twinpath.kind.portgroup;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

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
    public List<Binding<PortGroup>> bindings() {
        return List.of();
    }
}
