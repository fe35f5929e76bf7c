package io.twinpath.observe;

import io.twinpath.driver.Replies;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.model.Desired;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the way to each resource of a place: the first that is open and over which the kind can do all that is wanted.
 *
 * @param place a host, or vCenter
 * @param order the transports that lead there, the preferred first
 * @param closed those of them that are closed, with reasons
 * @param barred those of them that take no changes, with reasons: only taken when no other will do
 */
record Routes(String place, List<Transport> order, Map<Transport, String> closed, Map<Transport, String> barred) {

    /**
     * The way to one resource.
     *
     * @param binding the words to use; empty when no way will do, for the reason that the way gives
     */
    record Route<D extends Record & Desired>(Optional<Binding<D>> binding, Way way) {}

    Routes {
        order = List.copyOf(order);
        closed = Map.copyOf(closed);
        barred = Map.copyOf(barred);
    }

    /** All of them open. */
    Routes(String place, List<Transport> order) {
        this(place, order, Map.of(), Map.of());
    }

    /** The first that is open; the preferred one when all are closed. */
    Transport first() {
        return order.stream().filter(t -> !closed.containsKey(t)).findFirst().orElse(order.getFirst());
    }

    /**
     * Empty for a kind that has no words at all.
     *
     * @param known what the place answered so far
     */
    <D extends Record & Desired> Optional<Route<D>> to(Kind<D> kind, Target<D> target, Replies known) {
        if (kind.bindings().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                target.way().isPresent()
                        ? over(kind, target.way().orElseThrow())
                        : chosen(kind, target.wanted(), known));
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

    private <D extends Record & Desired> Route<D> chosen(Kind<D> kind, Optional<D> wanted, Replies known) {
        List<String> reasons = new ArrayList<>();
        return first(
                        kind,
                        wanted,
                        known,
                        order.stream().filter(t -> !barred.containsKey(t)).toList(),
                        reasons)
                .or(() -> first(
                        kind,
                        wanted,
                        known,
                        order.stream().filter(barred::containsKey).toList(),
                        reasons))
                .orElseGet(() -> new Route<>(
                        Optional.empty(), new Way(place, order.getFirst(), RouteProblem.noWay(kind, place, reasons))));
    }

    private <D extends Record & Desired> Optional<Route<D>> first(
            Kind<D> kind, Optional<D> wanted, Replies known, List<Transport> among, List<String> reasons) {
        for (Transport transport : among) {
            Optional<Binding<D>> binding = kind.binding(transport);
            Optional<String> reason = Optional.ofNullable(closed.get(transport))
                    .or(() -> binding.isEmpty() ? Optional.of(RouteProblem.noWords(kind, transport)) : Optional.empty())
                    .or(() -> wanted.flatMap(w -> binding.flatMap(b -> b.lacks(w, known))));
            if (reason.isEmpty()) {
                String because = because(transport, reasons);
                return Optional.of(new Route<>(binding, new Way(place, transport, because, bar(transport))));
            }
            reasons.add(reason.orElseThrow());
        }
        return Optional.empty();
    }

    /** Why not the preferred one: what the others lack, or that they take no changes. */
    private String because(Transport taken, List<String> reasons) {
        if (taken == order.getFirst()) {
            return "";
        }
        Stream<String> bars =
                order.stream().takeWhile(t -> t != taken).map(this::bar).filter(bar -> !bar.isEmpty());
        return Stream.concat(bars, reasons.stream()).collect(Collectors.joining(" "));
    }

    private String bar(Transport transport) {
        return barred.getOrDefault(transport, "");
    }
}
