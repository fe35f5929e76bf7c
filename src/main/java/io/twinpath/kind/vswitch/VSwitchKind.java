package io.twinpath.kind.vswitch;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Standard virtual switches. */
public final class VSwitchKind implements Kind<VSwitch> {

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
    public List<Binding<VSwitch>> bindings() {
        return List.of();
    }
}
