package io.twinpath.spec.resolve;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Exact;
import io.twinpath.model.Resource;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.layer.Merged;
import io.twinpath.spec.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code exact}, which stands beside the resources of a collection and is a word about all of them. */
final class ExactReader {

    /** No resource of a collection on a host can have this name. */
    static final String KEY = "exact";

    private final Templates templates;
    private final Diagnostics into;
    private final List<Exact> found = new ArrayList<>();

    ExactReader(Templates templates, Diagnostics into) {
        this.templates = templates;
        this.into = into;
    }

    List<Exact> found() {
        return found;
    }

    /** Whether a kind's resources stand in collections that can be exact. */
    static boolean applies(Kind<?> kind) {
        return kind.placement().level() == Placement.Level.HOST
                && kind.placement().form() != Placement.Form.SINGLE;
    }

    /** @param parent the name of the resource that the collection stands in */
    void read(Kind<?> kind, String host, Merged written, Optional<String> parent) {
        Node node = written.node(List.of());
        if (templates.isBroken(node)) {
            return;
        }
        String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
        Span at = node.span();
        switch (text) {
            case "false" -> {}
            case "report" -> add(kind, new Exact(host, kind.name(), parent, Exact.Mode.REPORT, at));
            case "true" -> add(kind, new Exact(host, kind.name(), parent, Exact.Mode.DELETE, at));
            default -> report(new ResourceProblem.BadExact(at, text));
        }
    }

    private void add(Kind<?> kind, Exact exact) {
        if (kind.bindings().stream().allMatch(b -> b.census().isEmpty())) {
            report(new ResourceProblem.NotListed(exact.declaredAt(), kind.title()));
        } else if (exact.mode() == Exact.Mode.DELETE && isPartOfEveryHost(kind, exact)) {
            report(new ResourceProblem.NotDeletable(exact.declaredAt(), kind.title()));
        } else {
            found.add(exact);
        }
    }

    /** The kind says so of a resource that is to be absent. */
    private static <D extends Record & Desired> boolean isPartOfEveryHost(Kind<D> kind, Exact exact) {
        Diagnostics said = new Diagnostics();
        Resource<D> absent = new Resource<>(
                Address.onHost(kind.name(), exact.host(), KEY),
                Optional.empty(),
                exact.declaredAt(),
                new TreeMap<>(),
                Set.of());
        kind.check(absent, said);
        return KindProblem.cannotBeAbsent(said.sorted());
    }

    private void report(ResourceProblem problem) {
        into.add(ResourceProblem.describe(problem));
    }
}
