package io.twinpath.diff;

import io.twinpath.kind.Kind;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to happen to one resource, taken by itself.
 *
 * @param changing hosts that something changes on before
 */
record Comparer<D extends Record & Desired>(Kind<D> kind, PortFinder ports, Set<String> changing) {

    Change<D> compare(Resource<D> declared, Observed<D> observed) {
        if (observed instanceof Observed.Unreadable<D> unreadable) {
            return blocked(declared, observed, List.of(new Obstacle.Unread(unreadable.reason())));
        }
        List<Obstacle> unplugged = ports.obstacles(kind, declared);
        if (!unplugged.isEmpty()) {
            return blocked(declared, observed, unplugged);
        }
        try {
            Resource<D> resource = ports.resolved(kind, declared);
            Optional<Obstacle> obstacle = kind.obstacle(resource, observed, changing);
            return obstacle.isPresent()
                    ? blocked(resource, observed, List.of(obstacle.orElseThrow()))
                    : change(resource, observed);
        } catch (IllegalArgumentException refused) {
            // A record refuses to be built: the spec alone was fine, with what the host has it is not.
            return blocked(declared, observed, List.of(DiffProblem.contradiction(declared.address(), refused)));
        }
    }

    private Change<D> change(Resource<D> resource, Observed<D> observed) {
        return switch (observed) {
            case Observed.Present<D> present ->
                resource.desired().isPresent()
                        ? against(resource, resource.desired().orElseThrow(), present.value())
                        : new Change.Delete<>(resource, present.value());
            case Observed.Absent<D> absent ->
                resource.desired().isPresent()
                        ? new Change.Create<>(resource, resource.desired().orElseThrow())
                        : new Change.Keep<>(resource, absent);
            case Observed.Unreadable<D> unreadable ->
                blocked(resource, observed, List.of(new Obstacle.Unread(unreadable.reason())));
        };
    }

    private Change<D> against(Resource<D> declared, D desired, D found) {
        Resource<D> resource = declared.wanting(kind.settle(desired, found));
        D wanted = resource.desired().orElseThrow();
        List<Delta> deltas = kind.compare(wanted, found);
        if (deltas.isEmpty()) {
            return new Change.Keep<>(resource, new Observed.Present<>(found));
        }
        D target = kind.shape().overlay(wanted, found);
        return deltas.stream().anyMatch(Delta::forcesReplace)
                ? new Change.Replace<>(resource, found, target, deltas)
                : new Change.Update<>(resource, found, target, deltas);
    }

    private static <D extends Record & Desired> Change<D> blocked(
            Resource<D> resource, Observed<D> observed, List<Obstacle> obstacles) {
        return new Change.Blocked<>(resource, observed, obstacles);
    }
}
