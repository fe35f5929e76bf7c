package io.twinpath.plan;

import io.twinpath.driver.Command;
import io.twinpath.kind.Kind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.Desired;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A change together with its kind: what ordering and step-making ask about it. */
record Draft<D extends Record & Desired>(Kind<D> kind, Change<D> change) {

    @SuppressWarnings("unchecked") // the change of a resource holds records of the resource's kind
    static <D extends Record & Desired> Draft<D> of(Kind<D> kind, Change<?> change) {
        return new Draft<>(kind, (Change<D>) change);
    }

    Address address() {
        return change.address();
    }

    /** What it stands on now; empty when it is not there. */
    Set<Address> stoodOn() {
        return change.before().map(d -> kind.requires(address(), d)).orElseGet(Set::of);
    }

    /** What it needs once the change is made; empty when it will be gone. */
    Set<Address> needs() {
        Set<Address> needs = new TreeSet<>();
        change.after().ifPresent(target -> {
            needs.addAll(change.resource().requires());
            needs.addAll(kind.requires(address(), target));
        });
        return needs;
    }

    Set<String> claimsBefore() {
        return change.before().map(kind::claims).orElseGet(Set::of);
    }

    Set<String> claimsAfter() {
        return change.after().map(kind::claims).orElseGet(Set::of);
    }

    /** The ports of a card by the host's names. */
    List<String> ports() {
        return change.before().map(kind::ports).orElseGet(List::of);
    }

    /** Whether it was found and no spec declares it. */
    boolean isUndeclared() {
        return change instanceof Change.Keep<D> keep
                && keep.resource().desired().isEmpty()
                && keep.before().isPresent();
    }

    boolean removes() {
        return change instanceof Change.Delete<D> || change instanceof Change.Replace<D>;
    }

    boolean isUpdate() {
        return change instanceof Change.Update<D>;
    }

    boolean narrows() {
        return change instanceof Change.Update<D> u && kind.narrows(u.observed(), u.target());
    }

    RiskClass risk() {
        return kind.risk(change);
    }

    List<String> notes() {
        return kind.notes(change);
    }

    /** The exact commands; empty when this transport has no word for the change. */
    List<Command> script(Transport transport) {
        return kind.binding(transport).map(b -> b.script(change)).orElseGet(List::of);
    }

    Reversal reversal(Transport transport) {
        if (deltas().stream().anyMatch(Delta::sensitive)) {
            return new Reversal.Impossible(PlanProblem.SECRET_NOT_TOLD);
        }
        List<Command> commands = kind.binding(transport)
                .flatMap(b -> Opposite.of(change).map(b::script))
                .orElseGet(List::of);
        return commands.isEmpty() ? new Reversal.Impossible(PlanProblem.NO_WAY_BACK) : new Reversal.Commands(commands);
    }

    List<Delta> deltas() {
        return switch (change) {
            case Change.Update<D> c -> c.deltas();
            case Change.Replace<D> c -> c.deltas();
            case Change.Keep<D> c -> List.of();
            case Change.Create<D> c -> List.of();
            case Change.Delete<D> c -> List.of();
            case Change.Blocked<D> c -> List.of();
        };
    }

    Optional<Step.Action> action() {
        return switch (change) {
            case Change.Create<D> c -> Optional.of(Step.Action.CREATE);
            case Change.Update<D> c -> Optional.of(Step.Action.UPDATE);
            case Change.Replace<D> c -> Optional.of(Step.Action.REPLACE);
            case Change.Delete<D> c -> Optional.of(Step.Action.DELETE);
            case Change.Keep<D> c -> Optional.empty();
            case Change.Blocked<D> c -> Optional.empty();
        };
    }
}
