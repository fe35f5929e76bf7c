package io.twinpath.observe;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.model.Desired;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the way to each resource of a place: the first that is open and over which the kind can do all that is wanted.
 *
 * @param place a host, or vCenter
 * @param order the transports that lead there, the preferred first
 * @param closed those of them that are closed, with reasons
 */
record Routes(String place, List<Transport> order, Map<Transport, String> closed) {

    /**
     * The way to one resource.
     *
     * @param binding the words to use; empty when no way will do, for the reason that the way gives
     */
    record Route<D extends Record & Desired>(Optional<Binding<D>> binding, Way way) {}

    Routes {
        order = List.copyOf(order);
        closed = Map.copyOf(closed);
    }

    /** The first that is open; the preferred one when all are closed. */
    Transport first() {
        return order.stream().filter(t -> !closed.containsKey(t)).findFirst().orElse(order.getFirst());
    }

    /** Empty for a kind that has no words at all. */
    <D extends Record & Desired> Optional<Route<D>> to(Kind<D> kind, Target<D> target) {
        if (kind.bindings().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                target.way().isPresent() ? over(kind, target.way().orElseThrow()) : chosen(kind, target.wanted()));
    }

    /** The first open way on which the kind has words, whatever is wanted. */
    <D extends Record & Desired> Optional<Binding<D>> any(Kind<D> kind) {
        return order.stream()
                .filter(t -> !closed.containsKey(t))
                .flatMap(t -> kind.binding(t).stream())
                .findFirst();
    }

    private static <D extends Record & Desired> Route<D> over(Kind<D> kind, Way way) {
        return new Route<>(kind.binding(way.transport()), way);
    }

    private <D extends Record & Desired> Route<D> chosen(Kind<D> kind, Optional<D> wanted) {
        List<String> reasons = new ArrayList<>();
        for (Transport transport : order) {
            Optional<Binding<D>> binding = kind.binding(transport);
            Optional<String> reason = Optional.ofNullable(closed.get(transport))
                    .or(() -> binding.isEmpty() ? Optional.of(RouteProblem.noWords(kind, transport)) : Optional.empty())
                    .or(() -> wanted.flatMap(w -> binding.flatMap(b -> b.lacks(w))));
            if (reason.isEmpty()) {
                return new Route<>(binding, new Way(place, transport, String.join(" ", reasons)));
            }
            reasons.add(reason.orElseThrow());
        }
        return new Route<>(
                Optional.empty(), new Way(place, order.getFirst(), RouteProblem.noWay(kind, place, reasons)));
    }
}
