package io.twinpath.review;

import io.twinpath.model.Address;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that two versions want differently. Beside resources these are {@code connect} (how hosts are reached), {@code exact}
 * (collections that hold nothing else) and {@code hardware} (what a model of cards is).
 *
 * @param fields what differs; for {@link Action#DECLARE} everything that is wanted
 * @param at where the change as a whole was written
 * @param hosts that it reaches; none for what lives on no single host
 * @param note what has to be known beside; may be empty
 */
public record Edit(
        Address address,
        Action action,
        List<FieldEdit> fields,
        Optional<Place> at,
        SortedSet<String> hosts,
        String note) {

    public Edit {
        fields = List.copyOf(fields);
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }
}
