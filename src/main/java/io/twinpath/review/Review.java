package io.twinpath.review;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a change of a project means.
 *
 * @param risks what it opens and closes; views show them first
 * @param edits what is wanted differently, by address
 * @param same how many resources are wanted as before
 * @param hosts those of the newer version
 */
public record Review(List<RiskShift> risks, List<Edit> edits, int same, SortedSet<String> hosts) {

    public Review {
        risks = List.copyOf(risks);
        edits = List.copyOf(edits);
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }

    /** Whether both versions want the same, however differently they say it. */
    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The hosts of the newer version on which something is wanted differently. */
    public SortedSet<String> affectedHosts() {
        SortedSet<String> affected = new TreeSet<>();
        edits.forEach(e -> affected.addAll(e.hosts()));
        affected.retainAll(hosts);
        return affected;
    }

    /** The same with what somebody who knows risks found. */
    public Review withRisks(List<RiskShift> found) {
        return new Review(found, edits, same, hosts);
    }
}
