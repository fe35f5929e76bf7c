package io.twinpath.rig.lifeline;

import io.twinpath.kind.dvs.Dvs;
import io.twinpath.kind.migration.Migration;
import io.twinpath.kind.migration.MigrationKind;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.model.Address;
import io.twinpath.model.Fact;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what a spec moves between the standard and the distributed switches of a host, and makes one resource of it: one call
 * has to carry ports and interfaces together. What the spec says of switches and interfaces is left without that part, so that
 * nobody does it twice.
 */
public final class Moves {

    private Moves() {}

    /** The spec, and for each host that it puts into a distributed switch a move that wants nothing yet: to have it read. */
    public static Spec implied(Spec spec) {
        SortedMap<Address, Resource<?>> resources = new TreeMap<>(spec.resources());
        for (Resource<?> resource : spec.resources().values()) {
            if (resource.desired().orElse(null) instanceof Dvs dvs) {
                dvs.hosts().keySet().stream()
                        .filter(host -> spec.hosts().containsKey(host))
                        .forEach(host -> resources.put(at(host), implied(spec, host, resource)));
            }
        }
        return with(spec, resources);
    }

    private static Resource<Migration> implied(Spec spec, String host, Resource<?> dvs) {
        Map<String, String> interfaces = new TreeMap<>();
        spec.onHost(host).forEach(resource -> {
            if (resource.desired().orElse(null) instanceof VMkernel vmk) {
                interfaces.put(resource.address().name(), vmk.portGroup());
            }
        });
        return resource(host, dvs, new Migration(Map.of(), interfaces), Set.of());
    }

    static Resource<Migration> resource(String host, Resource<?> of, Migration wanted, Set<Address> missing) {
        return new Resource<>(at(host), Optional.of(wanted), of.declaredAt(), new TreeMap<>(), missing);
    }

    static Address at(String host) {
        return Address.onHost("migration", host, MigrationKind.ALL);
    }

    static Spec with(Spec spec, SortedMap<Address, Resource<?>> resources) {
        return new Spec(spec.project(), spec.hosts(), spec.groups(), resources, spec.exact());
    }

    /**
     * The spec in the light of what was found. A host that moves nothing has no move, and one that does not tell what it is
     * connected to has none either: then the others say why they cannot do it alone.
     *
     * @param implied as {@link #implied} made it
     */
    public static Spec settled(Spec implied, Snapshot snapshot) {
        SortedMap<Address, Resource<?>> resources = new TreeMap<>(implied.resources());
        for (Resource<?> resource : implied.resources().values()) {
            if (resource.address().kind().equals("migration")) {
                resources.remove(resource.address());
                found(snapshot, resource.address())
                        .ifPresent(found -> new HostMove(
                                        resource, resource.address().host().orElseThrow(), found, snapshot, resources)
                                .settle());
            }
        }
        return with(implied, resources);
    }

    /** What was found without moves that nobody makes. */
    public static Snapshot without(Snapshot snapshot, Spec settled) {
        SortedMap<Address, Fact<?>> facts = new TreeMap<>(snapshot.facts());
        facts.keySet()
                .removeIf(address -> address.kind().equals("migration")
                        && !settled.resources().containsKey(address));
        return new Snapshot(snapshot.hosts(), facts, snapshot.unlisted(), snapshot.beyond());
    }

    private static Optional<Migration> found(Snapshot snapshot, Address address) {
        return snapshot.fact(address)
                .map(Fact::observed)
                .flatMap(o -> o instanceof Observed.Present<?> p && p.value() instanceof Migration m
                        ? Optional.of(m)
                        : Optional.empty());
    }
}
