package io.twinpath.rig;

import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Component;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that follows from an outage, beside what there was before it: only hosts whose standing changed, and the pools that these
 * matter to.
 *
 * @param touched hosts that the outage could have changed
 * @param changed how the hosts stand that it did change
 * @param pools names of those that may fare otherwise
 */
record Aftermath(
        Outage outage,
        SortedSet<String> touched,
        SortedMap<String, Standing> changed,
        Standings standings,
        SortedSet<String> pools) {

    static Aftermath of(Site site, Set<Component> failed) {
        Outage outage = site.outage(failed);
        SortedSet<String> touched = site.touched(failed);
        SortedMap<String, Standing> changed = new TreeMap<>();
        SortedMap<String, Core> cores = new TreeMap<>();
        SortedSet<String> pools = new TreeSet<>();
        for (String host : touched) {
            Standing standing = site.circuit(host).standing(outage);
            if (!standing.equals(site.before().get(host))) {
                changed.put(host, standing);
                cores.put(host, standing.core());
                pools.addAll(site.poolsOf(host));
            }
        }
        return new Aftermath(outage, touched, changed, site.standings(cores), pools);
    }
}
