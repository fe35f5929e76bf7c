package io.twinpath.kind.vmkernel;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** The host's own network interfaces. */
public final class VMkernelKind implements Kind<VMkernel> {

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
    public List<Binding<VMkernel>> bindings() {
        return List.of();
    }
}
