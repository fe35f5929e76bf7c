package io.twinpath.kind.probe;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
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
    public void check(Resource<Probe> resource, Diagnostics into) {
        resource.desired().ifPresent(probe -> {
            int given = (probe.http().isPresent() ? 1 : 0)
                    + (probe.tcp().isPresent() ? 1 : 0)
                    + (probe.ping().isPresent() ? 1 : 0);
            if (given != 1) {
                into.add(KindProblem.exactlyOne(resource, "http, tcp and ping", given));
            }
            if (probe.http().isEmpty()
                    && (probe.expect().isPresent() || probe.contains().isPresent())) {
                into.add(KindProblem.needsAnother(
                        resource, FieldPath.ROOT, "\"expect\" and \"contains\" speak of an answer over \"http\"."));
            }
        });
    }

    @Override
    public List<Binding<Probe>> bindings() {
        return List.of();
    }
}
