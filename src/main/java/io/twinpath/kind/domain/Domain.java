package io.twinpath.kind.domain;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Optional;
import java.util.SortedSet;

/** A rack or a power feed, and what fails with it. */
public record Domain(
        @Doc("A member goes down with any of its racks, and when all of its power feeds are down.")
        Type kind,

        @Doc("The hosts, switches and arrays in it, by their names.")
        SortedSet<String> members,

        @Doc("For people.") Optional<String> notes)
        implements Desired {

    /** How members depend on it. */
    public enum Type {
        /** They stand in one room, rack or enclosure. */
        RACK,
        /** They draw power from it. */
        POWER
    }
}
