package io.twinpath.report;

import io.twinpath.review.Place;
import java.util.Optional;

/**
 * What two versions of a project are called.
 *
 * @param before the revision of the older one
 * @param after the revision of the newer one; empty for the working tree
 */
public record Compared(String before, Optional<String> after) {

    /** {@code main..HEAD}. */
    public String range() {
        return before + ".." + after.orElse("(working tree)");
    }

    /** In words. */
    String newer() {
        return after.orElse("the working tree");
    }

    /** The revision that a place is in; empty for the working tree. */
    Optional<String> revision(Place place) {
        return switch (place.side()) {
            case BEFORE -> Optional.of(before);
            case AFTER -> after;
        };
    }

    /** {@code main:inventory/hosts.yml:4:5} as Git names files of a revision; without it for the working tree. */
    String at(Place place) {
        return revision(place).map(r -> r + ":").orElse("") + place.span();
    }
}
