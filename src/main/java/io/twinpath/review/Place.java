package io.twinpath.review;

import io.twinpath.diag.Span;

/**
 * Where a difference was written.
 *
 * @param side of the two versions: the older one where the newer says nothing any more
 * @param span file, line and column there
 * @param layer by what it reaches the resource: {@code group storage_hosts}, {@code module multipath-iscsi, used by …}
 */
public record Place(Side side, Span span, String layer) implements Comparable<Place> {

    /** One of the two versions. */
    public enum Side {
        BEFORE,
        AFTER
    }

    @Override
    public int compareTo(Place other) {
        int order = side.compareTo(other.side);
        if (order == 0) {
            order = span.compareTo(other.span);
        }
        return order == 0 ? layer.compareTo(other.layer) : order;
    }
}
