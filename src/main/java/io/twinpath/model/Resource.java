package io.twinpath.model;

import io.twinpath.diag.Span;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One resource as the spec wants it.
 *
 * @param address its name
 * @param desired what is wanted; empty means that it must not exist ({@code state: absent})
 * @param declaredAt where the spec declares it (the winning layer)
 * @param origins per field, who set it: winner first, then what it overrode
 * @param requires what must exist before it
 */
public record Resource<D extends Record & Desired>(
        Address address,
        Optional<D> desired,
        Span declaredAt,
        SortedMap<FieldPath, List<Origin>> origins,
        Set<Address> requires) {

    public Resource {
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
        requires = Collections.unmodifiableSet(new TreeSet<>(requires));
    }

    /** The same resource with another wanted record. */
    @SuppressWarnings("ReferenceEquality") // a record that nobody replaced is the usual case
    public Resource<D> wanting(D other) {
        return desired.isPresent() && desired.orElseThrow() == other
                ? this
                : new Resource<>(address, Optional.of(other), declaredAt, origins, requires);
    }

    /** The place of a field, or of the nearest enclosing thing that has one. */
    public Span spanOf(FieldPath path) {
        for (int n = path.segments().size(); n > 0; n--) {
            List<Origin> chain = origins.get(new FieldPath(path.segments().subList(0, n)));
            if (chain != null && !chain.isEmpty()) {
                return chain.get(0).span();
            }
        }
        return declaredAt;
    }
}
