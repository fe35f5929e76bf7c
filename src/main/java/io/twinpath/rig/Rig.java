package io.twinpath.rig;

import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Switch;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A site as a graph: who depends on what. A value; equal sites are equal rigs. It says nothing of what has failed: that is asked
 * of {@link Failing}.
 *
 * @param hosts by name, as all other parts are
 * @param assumptions what was taken for granted when it was built
 */
public record Rig(
        SortedMap<String, Host> hosts,
        SortedMap<String, Switch> switches,
        SortedMap<String, Array> arrays,
        SortedMap<String, Datastore> datastores,
        SortedMap<String, Machine> machines,
        SortedMap<String, Cluster> clusters,
        SortedMap<String, Domain> domains,
        SortedSet<Assumption> assumptions) {

    public Rig {
        hosts = frozen(hosts);
        switches = frozen(switches);
        arrays = frozen(arrays);
        datastores = frozen(datastores);
        machines = frozen(machines);
        clusters = frozen(clusters);
        domains = frozen(domains);
        assumptions = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<Assumption>) assumptions));
    }

    /** Empty when it does not know a host of that name. */
    public Optional<Host> host(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    private static <V> SortedMap<String, V> frozen(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
