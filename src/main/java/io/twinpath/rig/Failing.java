package io.twinpath.rig;

import io.twinpath.rig.part.Component;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says what the failure of parts does to a rig. The one function that analysis, readiness and the proof of plans ask.
 *
 * <p>Wires are followed once, when it is made; a question costs what the failed parts touch. Pure and deterministic; many threads
 * may ask at once.
 */
public final class Failing {

    private final Site site;
    private final SortedMap<String, SortedMap<String, SortedMap<String, Fate>>> before = new TreeMap<>();
    private final SortedSet<Component> components;

    public Failing(Rig rig) {
        this.site = new Site(rig);
        site.pools().forEach((name, pool) -> before.put(name, Turn.of(site, pool, site.standings(Map.of()), false)));
        this.components = Collections.unmodifiableSortedSet(
                new TreeSet<>(Inventory.of(rig, site.touches().keySet())));
    }

    /** Everything of the rig that can fail by itself. */
    public SortedSet<Component> components() {
        return components;
    }

    /**
     * What changes when all of these fail at once. A part that the rig does not know changes nothing.
     *
     * @return only what differs from the rig as it is; {@link #baseline} is what is broken already
     */
    public Effects effects(Set<Component> failed) {
        return new Telling(site, Aftermath.of(site, failed), site.before(), before).effects();
    }

    /**
     * Whether a failure takes anything away: a machine stalls or is lost, or a running host loses a datastore or its management, or a host
     * goes down that is not itself among the parts that failed. Says as much as {@link #effects} and costs a fraction, since nothing is told.
     */
    public boolean harms(Set<Component> failed) {
        return Loss.in(site, Aftermath.of(site, failed), before);
    }

    /** What is broken while nothing more fails, told as if it had just happened. */
    public Effects baseline() {
        SortedMap<String, Standing> ideal = new TreeMap<>();
        site.before()
                .keySet()
                .forEach(name -> ideal.put(name, site.circuit(name).ideal()));
        return new Telling(site, Aftermath.baseline(site), ideal, new TreeMap<>()).effects();
    }

    Site site() {
        return site;
    }

    SortedMap<String, SortedMap<String, SortedMap<String, Fate>>> before() {
        return before;
    }
}
