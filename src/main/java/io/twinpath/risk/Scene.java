package io.twinpath.risk;

import io.twinpath.diag.Span;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Desired;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import io.twinpath.rig.Failing;
import io.twinpath.rig.Rig;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that rules look at: one state of a site, be it found, wanted or to come.
 *
 * @param rig who depends on whom
 * @param failures what failures do to it
 * @param spec what is declared, policies included
 * @param values of resources in this state, see {@link Values}; what is not in it is not known or not there
 * @param releases of the hosts that told theirs, as {@code 6.7}
 * @param clocks how far the clocks of hosts are ahead of the one that {@code now} was read from; of hosts that were asked
 * @param catalogue of cards
 * @param now when this is judged
 */
public record Scene(
        Rig rig,
        Failing failures,
        Spec spec,
        SortedMap<Address, Desired> values,
        SortedMap<String, String> releases,
        SortedMap<String, Duration> clocks,
        Catalogue catalogue,
        Instant now) {
    public Scene {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
        clocks = Collections.unmodifiableSortedMap(new TreeMap<>(clocks));
    }

    /** All values of one type, in the order of their addresses. */
    public <D extends Desired> SortedMap<Address, D> all(Class<D> type) {
        SortedMap<Address, D> all = new TreeMap<>();
        for (Map.Entry<Address, Desired> entry : values.entrySet()) {
            if (type.isInstance(entry.getValue())) {
                all.put(entry.getKey(), type.cast(entry.getValue()));
            }
        }
        return all;
    }

    public <D extends Desired> Optional<D> value(Address address, Class<D> type) {
        return Optional.ofNullable(values.get(address)).filter(type::isInstance).map(type::cast);
    }

    /** What the spec wants of a resource, whatever there is now. */
    public <D extends Desired> Optional<D> declared(Address address, Class<D> type) {
        return Optional.ofNullable(spec.resources().get(address))
                .flatMap(Resource::desired)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Where the spec sets a field, or declares the resource; empty when it does not. */
    public Optional<Span> place(Address address, String... field) {
        return Optional.ofNullable(spec.resources().get(address)).map(r -> r.spanOf(FieldPath.of(field)));
    }
}
