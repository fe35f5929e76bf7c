package io.twinpath.kind.vm;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What keeps a virtual machine from where it is wanted. Full sentences, and no figures that change by themselves, since a step
 * rests on them until it is made.
 *
 * @param disks by label, of those that are to move: why the other datastore does not take it
 * @param unseen by label, of those that are to move: that the host does not have the other datastore, or cannot reach it, which
 *     a change of that host may put right
 * @param doubts by label, of those that are to move: what of that nobody tells
 * @param at the host that has to see the datastores
 * @param host why another host does not take it
 * @param off why it would not start again once it is off
 */
public record Held(
        Map<String, String> disks,
        Map<String, String> unseen,
        Map<String, String> doubts,
        Optional<String> at,
        Optional<String> host,
        Optional<String> off) {

    static final Held NOT =
            new Held(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Held {
        disks = sorted(disks);
        unseen = sorted(unseen);
        doubts = sorted(doubts);
    }

    /**
     * Why the disk of a label cannot move.
     *
     * @param changing hosts that something changes on first
     */
    Optional<String> disk(String label, Set<String> changing) {
        Optional<String> lost =
                at.filter(changing::contains).isPresent() ? Optional.empty() : Optional.ofNullable(unseen.get(label));
        return Optional.ofNullable(disks.get(label)).or(() -> lost);
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
