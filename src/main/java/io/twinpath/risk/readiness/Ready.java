package io.twinpath.risk.readiness;

import io.twinpath.rig.part.Assumption;
import io.twinpath.risk.Remedy;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one virtual machine is ready for.
 *
 * @param host that it runs on; empty when nobody knows, then every host of its cluster is looked at
 * @param move while it runs
 * @param restart by HA when its host is gone
 * @param waitsForPerson whether its guest does not come up by itself after a restart
 * @param remedies what would open a way that is closed
 * @param assumptions what this rests on beside the facts
 */
public record Ready(
        String machine,
        Optional<String> host,
        Way move,
        Way restart,
        boolean waitsForPerson,
        List<Remedy> remedies,
        SortedSet<Assumption> assumptions) {
    public Ready {
        remedies = List.copyOf(remedies);
        assumptions = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<Assumption>) assumptions));
    }
}
