package io.twinpath.kind.multipath;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Claim rules and path policies. */
public final class MultipathKind implements Kind<Multipath> {

    @Override
    public String name() {
        return "multipath";
    }

    @Override
    public String title() {
        return "the multipath settings";
    }

    @Override
    public Class<Multipath> type() {
        return Multipath.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("multipath", "psa");
    }

    @Override
    public List<Binding<Multipath>> bindings() {
        return List.of();
    }
}
