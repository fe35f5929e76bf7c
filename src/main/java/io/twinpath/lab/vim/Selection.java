package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The objects that one filter of the property collector selects: where it starts, and where its traversals lead. */
final class Selection {

    private final Function<Ref, Optional<ManagedObject>> find;
    private final Map<String, Element> named = new HashMap<>();
    private final Set<Ref> selected = new LinkedHashSet<>();
    private final Set<Visit> visited = new HashSet<>();
    private final Deque<Visit> open = new ArrayDeque<>();

    /** An object and the traversals that go on from it; two are the same when both are. */
    private record Visit(Ref at, List<Element> traversals) {}

    private Selection(Function<Ref, Optional<ManagedObject>> find) {
        this.find = find;
    }

    /** @param filter a PropertyFilterSpec */
    static Set<Ref> of(Element filter, Function<Ref, Optional<ManagedObject>> find) {
        Selection selection = new Selection(find);
        filter.all("objectSet").forEach(selection::learn);
        filter.all("objectSet").forEach(selection::start);
        selection.spread();
        return selection.selected;
    }

    private void learn(Element spec) {
        for (Element traversal : spec.all("selectSet")) {
            boolean whole = traversal.child("path").isPresent();
            traversal.text("name").filter(n -> whole).ifPresent(n -> named.put(n, traversal));
            learn(traversal);
        }
    }

    private void start(Element spec) {
        Ref at = spec.required("obj").ref();
        if (find.apply(at).isEmpty()) {
            throw Faults.notFound(at);
        }
        if (!spec.flag("skip").orElse(false)) {
            selected.add(at);
        }
        visit(at, spec.all("selectSet"));
    }

    private void visit(Ref at, List<Element> traversals) {
        Visit visit = new Visit(at, traversals);
        if (!traversals.isEmpty() && visited.add(visit)) {
            open.add(visit);
        }
    }

    private void spread() {
        while (!open.isEmpty()) {
            Visit visit = open.remove();
            Optional<ManagedObject> object = find.apply(visit.at());
            for (Element written : visit.traversals()) {
                Element traversal = resolved(written);
                if (object.isPresent() && Types.is(visit.at().kind(), traversal.need("type"))) {
                    along(traversal, object.orElseThrow().properties());
                }
            }
        }
    }

    private void along(Element traversal, Data properties) {
        boolean skip = traversal.flag("skip").orElse(false);
        for (Ref next : refs(Paths.follow(properties, traversal.need("path")))) {
            if (!skip) {
                selected.add(next);
            }
            visit(next, traversal.all("selectSet"));
        }
    }

    private Element resolved(Element written) {
        if (written.child("path").isPresent()) {
            return written;
        }
        return Optional.ofNullable(named.get(written.text("name").orElse("")))
                .orElseThrow(() -> Faults.invalidArgument("selectSet.name"));
    }

    private static List<Ref> refs(Optional<Value> value) {
        List<Ref> refs = new ArrayList<>();
        if (value.orElse(null) instanceof Ref one) {
            refs.add(one);
        } else if (value.orElse(null) instanceof Listing list) {
            list.items().forEach(i -> {
                if (i instanceof Ref ref) {
                    refs.add(ref);
                }
            });
        }
        return refs;
    }
}
