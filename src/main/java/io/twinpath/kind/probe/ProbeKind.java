package io.twinpath.kind.probe;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Probes of services. */
public final class ProbeKind implements Kind<Probe> {

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String title() {
        return "a probe";
    }

    @Override
    public Class<Probe> type() {
        return Probe.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("probes");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public List<Binding<Probe>> bindings() {
        return List.of();
    }
}
