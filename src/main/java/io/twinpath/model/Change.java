package io.twinpath.model;

import java.util.List;
import java.util.Optional;

/** What is to happen to one resource. Closed: every consumer handles every case. */
public sealed interface Change<D extends Record & Desired> {

    /** As the spec wants it, in the host's terms: ports resolved, selectors expanded where the host could be read. */
    Resource<D> resource();

    default Address address() {
        return resource().address();
    }

    /** Whether something is to be done and nothing is in the way. */
    default boolean isPending() {
        return !(this instanceof Keep<?>) && !(this instanceof Blocked<?>);
    }

    /** What was found; empty when there was nothing, or when it could not be read. */
    default Optional<D> before() {
        return switch (this) {
            case Keep<D> c -> value(c.observed);
            case Create<D> c -> Optional.empty();
            case Update<D> c -> Optional.of(c.observed);
            case Replace<D> c -> Optional.of(c.observed);
            case Delete<D> c -> Optional.of(c.observed);
            case Blocked<D> c -> value(c.observed);
        };
    }

    /** What will be there when the change is made; empty when it will be gone. */
    default Optional<D> after() {
        return switch (this) {
            case Keep<D> c -> value(c.observed);
            case Create<D> c -> Optional.of(c.target);
            case Update<D> c -> Optional.of(c.target);
            case Replace<D> c -> Optional.of(c.target);
            case Delete<D> c -> Optional.empty();
            case Blocked<D> c -> value(c.observed);
        };
    }

    private static <D extends Record & Desired> Optional<D> value(Observed<D> observed) {
        return observed instanceof Observed.Present<D> present ? Optional.of(present.value()) : Optional.empty();
    }

    /** Live and spec agree, be it that the resource is absent and has to be. */
    record Keep<D extends Record & Desired>(Resource<D> resource, Observed<D> observed) implements Change<D> {}

    /**
     * It does not exist yet.
     *
     * @param target what it will be, with references resolved
     */
    record Create<D extends Record & Desired>(Resource<D> resource, D target) implements Change<D> {}

    /**
     * It exists and differs in what the spec manages.
     *
     * @param observed what was found, whole
     * @param target what was found, overlaid with what is wanted
     * @param deltas what differs
     */
    record Update<D extends Record & Desired>(Resource<D> resource, D observed, D target, List<Delta> deltas)
            implements Change<D> {
        public Update {
            deltas = List.copyOf(deltas);
        }
    }

    /** As an update, but ESXi can only remove the object and make it again. */
    record Replace<D extends Record & Desired>(Resource<D> resource, D observed, D target, List<Delta> deltas)
            implements Change<D> {
        public Replace {
            deltas = List.copyOf(deltas);
        }
    }

    /** It exists and must not. */
    record Delete<D extends Record & Desired>(Resource<D> resource, D observed) implements Change<D> {}

    /** It differs, but something is in the way. */
    record Blocked<D extends Record & Desired>(Resource<D> resource, Observed<D> observed, List<Obstacle> obstacles)
            implements Change<D> {
        public Blocked {
            obstacles = List.copyOf(obstacles);
            if (obstacles.isEmpty()) {
                throw new IllegalArgumentException("a blocked change says what is in the way");
            }
        }
    }
}
