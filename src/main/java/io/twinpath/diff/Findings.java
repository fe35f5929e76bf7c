package io.twinpath.diff;

import io.twinpath.diag.Diagnostic;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import java.util.ArrayList;
import java.util.List;

/** What kinds warn of in what was found. Warnings block nothing and lead to no change. */
public final class Findings {

    private Findings() {}

    /** In the order of the addresses. */
    public static List<Diagnostic> of(Spec spec, Snapshot snapshot, Kinds kinds) {
        List<Diagnostic> findings = new ArrayList<>();
        spec.resources()
                .forEach((address, resource) -> snapshot.fact(address)
                        .ifPresent(fact -> kinds.kind(address.kind())
                                .ifPresent(kind -> findings.addAll(of(kind, resource, fact)))));
        return List.copyOf(findings);
    }

    private static <D extends Record & Desired> List<Diagnostic> of(Kind<D> kind, Resource<?> declared, Fact<?> fact) {
        if (!(kind.typed(fact.observed()) instanceof Observed.Present<D>(D found))) {
            return List.of();
        }
        Resource<D> resource = new Resource<>(
                declared.address(),
                declared.desired().map(kind.type()::cast),
                declared.declaredAt(),
                declared.origins(),
                declared.requires());
        return kind.findings(resource, found, fact.at());
    }
}
