package io.twinpath.observe;

import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.model.Desired;
import io.twinpath.model.Scope;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The lists of one kind on one host, from which everything is found that the host has of it. */
record Roll<D extends Record & Desired>(Kind<D> kind, Binding<D> binding, String host) {

    /** None for a kind that cannot be listed this way. */
    static <D extends Record & Desired> Optional<Roll<D>> of(Kind<D> kind, Transport transport, String host) {
        return kind.bindings().stream()
                .filter(b -> b.transport() == transport && !b.census().isEmpty())
                .findFirst()
                .map(binding -> new Roll<>(kind, binding, host));
    }

    List<Query> queries() {
        return binding.census();
    }

    List<Target<?>> found(Replies replies, Collection<Snapshot.Unlisted> unlisted) {
        try {
            List<Target<?>> targets = new ArrayList<>();
            binding.found(new Scope.Host(host), replies)
                    .forEach((address, wanted) -> targets.add(new Target<>(address, wanted)));
            return targets;
        } catch (UnreadableException e) {
            unlisted.add(new Snapshot.Unlisted(host, kind.name(), String.valueOf(e.getMessage())));
            return List.of();
        }
    }
}
