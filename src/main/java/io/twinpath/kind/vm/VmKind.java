package io.twinpath.kind.vm;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Virtual machines. */
public final class VmKind implements Kind<Vm> {

    @Override
    public String name() {
        return "vm";
    }

    @Override
    public String title() {
        return "a virtual machine";
    }

    @Override
    public Class<Vm> type() {
        return Vm.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("vms");
    }

    @Override
    public List<Binding<Vm>> bindings() {
        return List.of();
    }
}
