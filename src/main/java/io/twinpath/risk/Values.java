package io.twinpath.risk;

import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of resources in the states of a site that rules look at. What is only declared, such as wiring, is in all of them. */
public final class Values {

    private Values() {}

    /** As the spec wants them. */
    public static SortedMap<Address, Desired> declared(Spec spec) {
        SortedMap<Address, Desired> values = new TreeMap<>();
        for (Resource<?> resource : spec.resources().values()) {
            resource.desired().ifPresent(value -> values.put(resource.address(), value));
        }
        return values;
    }

    /** As they were found; what nobody could be asked for is missing. */
    public static SortedMap<Address, Desired> found(Spec spec, Snapshot snapshot) {
        SortedMap<Address, Desired> values = declared(spec);
        values.keySet().removeIf(address -> asked(address, snapshot));
        for (Fact<?> fact : snapshot.facts().values()) {
            if (fact.observed() instanceof Observed.Present<?> present) {
                values.put(fact.address(), present.value());
            }
        }
        return values;
    }

    /** What is applied somewhere is known from there or not at all. */
    private static boolean asked(Address address, Snapshot snapshot) {
        return address.host().isPresent()
                || snapshot.facts().containsKey(address)
                || snapshot.beyond().contains(address);
    }

    /** As changes leave them: blocked ones stay as they are. */
    public static SortedMap<Address, Desired> after(
            SortedMap<Address, Desired> found, Collection<? extends Change<?>> changes) {
        SortedMap<Address, Desired> values = new TreeMap<>(found);
        for (Change<?> change : changes) {
            values.remove(change.address());
            change.after().ifPresent(value -> values.put(change.address(), value));
        }
        return values;
    }

    /** The releases of the hosts that answered, as {@code 6.7}. */
    public static SortedMap<String, String> releases(Snapshot snapshot) {
        SortedMap<String, String> releases = new TreeMap<>();
        snapshot.hosts().forEach((host, fact) -> {
            if (fact instanceof HostFact.Reached reached) {
                String[] parts = reached.version().split("\\.", 3);
                if (parts.length > 1) {
                    releases.put(host, parts[0] + "." + parts[1]);
                }
            }
        });
        return releases;
    }
}
