package io.twinpath.kind.iscsi;

import io.twinpath.model.Portal;
import io.twinpath.model.shape.Doc;

/**
 * A target that the host is told of instead of discovering it.
 *
 * @param portal where it listens
 * @param iqn its name
 */
public record StaticTarget(
        @Doc("Where the target listens.") Portal portal,
        @Doc("The target's IQN.") String iqn) implements Comparable<StaticTarget> {

    @Override
    public int compareTo(StaticTarget other) {
        int order = portal.compareTo(other.portal);
        return order == 0 ? iqn.compareTo(other.iqn) : order;
    }
}
