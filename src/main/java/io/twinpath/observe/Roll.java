package io.twinpath.observe;

import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Scope;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of one kind at one place, from which everything is found that the place has of it. */
record Roll<D extends Record & Desired>(Kind<D> kind, Binding<D> binding, String place) {

    /** None for a kind that cannot be listed this way. */
    static <D extends Record & Desired> Optional<Roll<D>> of(Kind<D> kind, Routes routes) {
        return routes.any(kind)
                .filter(binding -> !binding.census().isEmpty())
                .map(binding -> new Roll<>(kind, binding, routes.place()));
    }

    List<Query> queries() {
        return binding.census();
    }

    List<Target<?>> found(Replies replies, Collection<Snapshot.Unlisted> unlisted) {
        try {
            Map<Address, Optional<D>> found = place.equals(Way.VCENTER)
                    ? binding.foundInSite(replies)
                    : binding.found(new Scope.Host(place), replies);
            Optional<Way> way = Optional.of(new Way(place, binding.transport()));
            List<Target<?>> targets = new ArrayList<>();
            found.forEach((address, wanted) -> targets.add(new Target<>(address, wanted, way)));
            return targets;
        } catch (UnreadableException e) {
            unlisted.add(new Snapshot.Unlisted(place, kind.name(), String.valueOf(e.getMessage())));
            return List.of();
        }
    }
}
