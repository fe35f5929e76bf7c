package io.twinpath.plan;

import io.twinpath.diag.Span;
import io.twinpath.diff.Differ;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Delta;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What an apply asks about what it reads: is it still what the plan rests on, and is a step in effect. */
public final class Checks {

    private static final Span IN_PLAN = Span.of("the plan", 1, 1, 0);

    private final Kinds kinds;

    public Checks(Kinds kinds) {
        this.kinds = kinds;
    }

    /** What the spec said of a resource when the plan was made, to read it in the same way again. */
    public Resource<?> declared(Plan plan, Address address) {
        Value value = plan.declared().getOrDefault(address, Value.none());
        return resource(kind(address), address, value);
    }

    /** Whether a guard still holds. */
    public boolean holds(Guard guard, Observed<?> observed) {
        return switch (guard) {
            case Guard.Unchanged unchanged ->
                Fingerprint.of(kind(guard.address()), observed).equals(unchanged.fingerprint());
            case Guard.StillThere stillThere -> observed instanceof Observed.Present<?>;
        };
    }

    /**
     * Whether the step would be the same, command by command, if it were planned from what is found now. True also after
     * side effects of earlier steps that do not touch what this step is about.
     */
    public boolean sameCommands(Step step, Observed<?> observed) {
        return !(observed instanceof Observed.Unreadable<?>) && sameCommands(kind(step.address()), step, observed);
    }

    /** Whether a step is in effect. */
    public Readback readBack(Step step, Observed<?> observed) {
        return readBack(kind(step.address()), step, observed);
    }

    private static <D extends Record & Desired> boolean sameCommands(Kind<D> kind, Step step, Observed<?> observed) {
        Resource<D> resource = resource(kind, step.address(), step.wanted());
        return new Draft<>(kind, Differ.change(kind, resource, kind.typed(observed)))
                .script(step.transport())
                .equals(step.forward());
    }

    private static <D extends Record & Desired> Readback readBack(Kind<D> kind, Step step, Observed<?> observed) {
        Optional<D> wanted = resource(kind, step.address(), step.wanted()).desired();
        return switch (kind.typed(observed)) {
            case Observed.Unreadable<D> unreadable -> new Readback(false, List.of(), unreadable.reason());
            case Observed.Absent<D> absent ->
                wanted.isEmpty()
                        ? new Readback(true, List.of(), "")
                        : new Readback(false, List.of(), PlanProblem.notThere(step.address()));
            case Observed.Present<D> present ->
                wanted.isEmpty()
                        ? new Readback(false, List.of(), PlanProblem.stillThere(step.address()))
                        : compared(kind, wanted.orElseThrow(), present.value());
        };
    }

    private static <D extends Record & Desired> Readback compared(Kind<D> kind, D wanted, D found) {
        List<Delta> missing = kind.compare(kind.settle(wanted, found), found);
        return new Readback(missing.isEmpty(), missing, PlanProblem.differs(missing));
    }

    private static <D extends Record & Desired> Resource<D> resource(Kind<D> kind, Address address, Value value) {
        Optional<D> desired = value instanceof Value.None
                ? Optional.empty()
                : Optional.of(kind.shape()
                        .restore(value)
                        .orElseThrow(
                                () -> new IllegalStateException("a plan holds what its kinds can read: " + address)));
        return new Resource<>(address, desired, IN_PLAN, new TreeMap<>(), Set.of());
    }

    private Kind<?> kind(Address address) {
        return kinds.kind(address.kind())
                .orElseThrow(() -> new IllegalStateException("a plan names known kinds: " + address));
    }
}
