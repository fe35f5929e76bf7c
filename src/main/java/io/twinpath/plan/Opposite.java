package io.twinpath.plan;

import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.Desired;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Optional;

/** The change that takes a change back, from what was observed before. */
final class Opposite {

    private Opposite() {}

    /** Empty for what changes nothing. */
    static <D extends Record & Desired> Optional<Change<D>> of(Change<D> change) {
        return switch (change) {
            case Change.Keep<D> c -> Optional.empty();
            case Change.Blocked<D> c -> Optional.empty();
            case Change.Create<D> c -> Optional.of(new Change.Delete<>(gone(c.resource()), c.target()));
            case Change.Update<D> c ->
                Optional.of(new Change.Update<>(
                        c.resource().wanting(c.observed()), c.target(), c.observed(), swapped(c.deltas())));
            case Change.Replace<D> c ->
                Optional.of(new Change.Replace<>(
                        c.resource().wanting(c.observed()), c.target(), c.observed(), swapped(c.deltas())));
            case Change.Delete<D> c ->
                Optional.of(new Change.Create<>(c.resource().wanting(c.observed()), c.observed()));
        };
    }

    private static <D extends Record & Desired> Resource<D> gone(Resource<D> resource) {
        return new Resource<>(
                resource.address(), Optional.empty(), resource.declaredAt(), resource.origins(), resource.requires());
    }

    private static List<Delta> swapped(List<Delta> deltas) {
        return deltas.stream()
                .map(d -> new Delta(d.path(), d.after(), d.before(), d.sensitive(), d.forcesReplace()))
                .toList();
    }
}
