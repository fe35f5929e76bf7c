package io.twinpath.kind.vm;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What keeps a virtual machine from where it is wanted. Full sentences, and no figures that change by themselves, since a step
 * rests on them until it is made.
 *
 * @param disks by label, of those that are to move: why the other datastore does not take it
 * @param doubts by label, of those that are to move: what of that nobody tells
 * @param host why another host does not take it
 * @param off why it would not start again once it is off
 */
public record Held(Map<String, String> disks, Map<String, String> doubts, Optional<String> host, Optional<String> off) {

    static final Held NOT = new Held(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public Held {
        disks = sorted(disks);
        doubts = sorted(doubts);
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
