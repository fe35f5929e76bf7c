package io.twinpath.kind.netswitch;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Physical switches and the wiring. */
public final class NetSwitchKind implements Kind<NetSwitch> {

    @Override
    public String name() {
        return "switch";
    }

    @Override
    public String title() {
        return "a physical switch";
    }

    @Override
    public Class<NetSwitch> type() {
        return NetSwitch.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("switches");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public List<Binding<NetSwitch>> bindings() {
        return List.of();
    }
}
