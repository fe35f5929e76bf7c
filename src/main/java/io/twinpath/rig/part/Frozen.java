package io.twinpath.rig.part;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Copies that nobody changes, in the order of their names. */
final class Frozen {

    private Frozen() {}

    static <V> SortedMap<String, V> map(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    static <T extends Comparable<? super T>> SortedSet<T> set(Collection<T> items) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }
}
