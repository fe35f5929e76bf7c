package io.twinpath.diff;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the host's name of a port that the spec names by its card. Only a card that is as the spec wants it has ports: those
 * of another card in the same slot are not the ones that were meant.
 *
 * @param cards changes so far; those of the cards are among them
 */
record PortFinder(Map<Address, Change<?>> cards, Kinds kinds) {

    /** Why ports of a resource cannot be found; empty when all of them can. */
    <D extends Record & Desired> List<Obstacle> obstacles(Kind<D> kind, Resource<D> resource) {
        return resource.desired().stream()
                .flatMap(d -> kind.shape().ports(d).entrySet().stream())
                .flatMap(port ->
                        obstacle(resource.address(), kind.hostOf(resource.address(), port.getKey()), port.getValue())
                                .stream())
                .distinct()
                .toList();
    }

    /** The resource with every port by the host's name. All of them can be found. */
    <D extends Record & Desired> Resource<D> resolved(Kind<D> kind, Resource<D> resource) {
        return resource.desired()
                .map(d -> resource.wanting(kind.shape()
                        .replacePorts(d, (at, port) -> vmnic(kind.hostOf(resource.address(), at), port))))
                .orElse(resource);
    }

    private Optional<Obstacle> obstacle(Address user, Optional<String> host, PortRef port) {
        return switch (port) {
            case PortRef.Vmnic vmnic -> Optional.empty();
            case PortRef.CardPort cardPort -> {
                Optional<Address> card = host.map(cardPort::on);
                yield card.isPresent()
                        ? obstacle(cardPort, card.orElseThrow())
                        : Optional.of(DiffProblem.noHost(user, cardPort));
            }
        };
    }

    private Optional<Obstacle> obstacle(PortRef.CardPort port, Address card) {
        if (!cards.containsKey(card)) {
            return Optional.of(DiffProblem.noCard(card, port));
        }
        Optional<List<String>> names = ports(card);
        if (names.isEmpty()) {
            return Optional.of(new Obstacle.WaitsFor(card));
        }
        return port.index() < names.orElseThrow().size()
                ? Optional.empty()
                : Optional.of(DiffProblem.noSuchPort(card, port, names.orElseThrow()));
    }

    private PortRef vmnic(Optional<String> on, PortRef port) {
        return switch (port) {
            case PortRef.Vmnic vmnic -> vmnic;
            case PortRef.CardPort c ->
                new PortRef.Vmnic(
                        on.flatMap(host -> ports(c.on(host))).orElseThrow().get(c.index()));
        };
    }

    /** The ports of a card; empty when it is not there as wanted. */
    private Optional<List<String>> ports(Address card) {
        return switch (cards.get(card)) {
            case Change.Keep<?> k
            when k.observed() instanceof Observed.Present<?> p ->
                kinds.kind(card.kind()).map(kind -> ports(kind, p.value()));
            case Change.Update<?> u -> kinds.kind(card.kind()).map(kind -> ports(kind, u.observed()));
            case null, default -> Optional.empty();
        };
    }

    private static <D extends Record & Desired> List<String> ports(Kind<D> kind, Record found) {
        return kind.ports(kind.type().cast(found));
    }
}
