package io.twinpath.review;

import io.twinpath.kind.Kind;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Exact;
import io.twinpath.model.Resource;
import io.twinpath.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is deleted because nobody declares it any more: only in collections that say so. */
final class Swept {

    private final Version before;
    private final Version after;
    private final Map<String, List<Exact>> exactByHost;

    Swept(Version before, Version after) {
        this.before = before;
        this.after = after;
        this.exactByHost = after.spec().exact().stream()
                .filter(e -> e.mode() == Exact.Mode.DELETE)
                .collect(Collectors.groupingBy(Exact::host));
    }

    /** Whether the newer version deletes what only the older one declares. */
    boolean covers(Address address) {
        Optional<String> parent = Optional.<Resource<?>>ofNullable(
                        before.spec().resources().get(address))
                .flatMap(r -> before.kinds().kind(address.kind()).flatMap(k -> parent(k, r)));
        return exact(address).stream().anyMatch(e -> e.covers(address, parent))
                || parent.filter(name -> goesWith(address, name)).isPresent();
    }

    /** Whether the thing that it stands in goes. */
    private boolean goesWith(Address address, String parent) {
        Optional<Kind<?>> inner = before.kinds().kind(address.kind());
        return before.kinds().byName().entrySet().stream()
                .filter(outer -> inner.filter(i -> outer.getValue().placement().encloses(i.placement()))
                        .isPresent())
                .flatMap(outer -> address.host().map(h -> Address.onHost(outer.getKey(), h, parent)).stream())
                .filter(a -> !after.spec().resources().containsKey(a))
                .anyMatch(a -> exact(a).stream().anyMatch(e -> e.covers(a, Optional.empty())));
    }

    private List<Exact> exact(Address address) {
        return address.host().map(h -> exactByHost.getOrDefault(h, List.of())).orElse(List.of());
    }

    private static <D extends Record & Desired> Optional<String> parent(Kind<D> kind, Resource<?> resource) {
        return kind.placement()
                .parent()
                .flatMap(field -> resource.desired()
                        .map(d -> kind.shape()
                                .managed(kind.type().cast(d))
                                .fields()
                                .get(field))
                        .flatMap(v -> v instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty()));
    }
}
