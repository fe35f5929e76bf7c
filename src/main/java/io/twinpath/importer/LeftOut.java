package io.twinpath.importer;

import io.twinpath.model.Address;
import java.util.Comparator;

/**
 * Something that a host has and that the spec does not say.
 *
 * @param what its address, or the kind when nothing of it could be listed
 * @param why a full sentence
 */
public record LeftOut(String what, String why) implements Comparable<LeftOut> {

    static LeftOut of(Address address, String why) {
        return new LeftOut(address.toString(), why);
    }

    @Override
    public int compareTo(LeftOut other) {
        return Comparator.comparing(LeftOut::what).thenComparing(LeftOut::why).compare(this, other);
    }
}
