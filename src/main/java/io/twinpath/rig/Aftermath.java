package io.twinpath.rig;

import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Component;
import java.util.Objects;
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
 * @param pools names of those in which a machine may fare otherwise
 * @param shaken names of those of them in which HA has something to do that it had not before: a host changed in what HA looks at
 */
record Aftermath(
        Outage outage,
        SortedSet<String> touched,
        SortedMap<String, Standing> changed,
        Standings standings,
        SortedSet<String> pools,
        SortedSet<String> shaken) {

    static Aftermath of(Site site, Set<Component> failed) {
        Outage outage = site.outage(failed);
        SortedSet<String> touched = site.touched(failed);
        SortedMap<String, Standing> changed = new TreeMap<>();
        SortedMap<String, Core> cores = new TreeMap<>();
        SortedSet<String> pools = new TreeSet<>();
        SortedSet<String> shaken = new TreeSet<>();
        for (String host : touched) {
            Standing standing = site.circuit(host).standing(outage);
            Standing before = Objects.requireNonNull(site.before().get(host), host);
            if (!standing.equals(before)) {
                changed.put(host, standing);
                pools.addAll(site.poolsOf(host));
                if (!standing.core().equals(before.core())) {
                    cores.put(host, standing.core());
                    shaken.addAll(site.poolsOf(host));
                }
            }
        }
        return new Aftermath(outage, touched, changed, site.standings(cores), pools, shaken);
    }

    /** Nothing fails, and all that is as it was counts as changed. */
    static Aftermath baseline(Site site) {
        SortedSet<String> pools = new TreeSet<>(site.pools().keySet());
        return new Aftermath(
                site.outage(Set.of()),
                new TreeSet<>(site.before().keySet()),
                site.before(),
                site.standings(new TreeMap<>()),
                pools,
                pools);
    }
}
