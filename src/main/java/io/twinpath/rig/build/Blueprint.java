package io.twinpath.rig.build;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.host.HostState;
import io.twinpath.kind.inventory.Inventory;
import io.twinpath.kind.netswitch.NetSwitch;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws a site as a rig, from four points of view. */
public final class Blueprint {

    private final Spec spec;
    private final Snapshot snapshot;
    private final Catalogue catalogue;

    /** @param snapshot of everything that hosts have of networks and storage, declared or not, with {@code host} and {@code inventory} */
    public Blueprint(Spec spec, Snapshot snapshot, Catalogue catalogue) {
        this.spec = spec;
        this.snapshot = snapshot;
        this.catalogue = catalogue;
    }

    /** What the spec says alone: nobody has looked at the site. */
    public static Rig declared(Spec spec, Catalogue catalogue) {
        Map<Address, Record> values = new TreeMap<>();
        for (Resource<?> resource : spec.resources().values()) {
            resource.desired().ifPresent(d -> values.put(resource.address(), d));
        }
        return rig(new Sight(
                spec,
                new Values(values),
                Map.of(),
                Optional.empty(),
                Map.of(),
                spec.hosts().keySet(),
                false,
                catalogue));
    }

    /** The site as it was found. */
    public Rig live() {
        return rig(sight(found(), Set.of()));
    }

    /** The site as it will be when every change that can be made has been; what is blocked stays as it was found. */
    public Rig after(Collection<? extends Change<?>> changes) {
        return rig(sight(afterwards(changes), reshaped(changes, false)));
    }

    private Map<Address, Record> afterwards(Collection<? extends Change<?>> changes) {
        Map<Address, Record> values = found();
        for (Change<?> change : changes) {
            values.remove(change.address());
            change.after().ifPresent(value -> values.put(change.address(), value));
        }
        return values;
    }

    /** The site as the spec wants it: what is blocked counts as done, persons having done their part. */
    public Rig wanted(Collection<? extends Change<?>> changes, Kinds kinds) {
        Map<Address, Record> values = afterwards(changes);
        reached(changes, kinds).forEach((address, value) -> {
            values.remove(address);
            value.ifPresent(v -> values.put(address, (Record) v));
        });
        return rig(sight(values, reshaped(changes, true)));
    }

    /** What blocked changes would make of their resources, were nothing in the way; empty for what must go. */
    public static Map<Address, Optional<Desired>> reached(Collection<? extends Change<?>> changes, Kinds kinds) {
        Map<Address, Optional<Desired>> reached = new TreeMap<>();
        for (Change<?> change : changes) {
            if (change instanceof Change.Blocked<?> blocked) {
                reached.put(
                        change.address(), kinds.kind(change.address().kind()).flatMap(kind -> reached(kind, blocked)));
            }
        }
        return reached;
    }

    private static <D extends Record & Desired> Optional<D> reached(Kind<D> kind, Change.Blocked<?> blocked) {
        Optional<D> desired = blocked.resource().desired().map(kind.type()::cast);
        Optional<D> found = blocked.before().map(kind.type()::cast);
        // A card that is swapped for another takes its ports along.
        Optional<D> stays = found.filter(f -> kind.ports(f).isEmpty());
        return desired.map(d -> stays.isPresent() ? kind.shape().overlay(d, stays.orElseThrow()) : d);
    }

    private static Set<String> reshaped(Collection<? extends Change<?>> changes, boolean blocked) {
        Set<String> hosts = new TreeSet<>();
        for (Change<?> change : changes) {
            boolean stays = change instanceof Change.Keep<?> || (!blocked && change instanceof Change.Blocked<?>);
            if (!stays && Carrying.NETWORK.kinds().contains(change.address().kind())) {
                change.address().host().ifPresent(hosts::add);
            }
        }
        return hosts;
    }

    private Map<Address, Record> found() {
        Map<Address, Record> found = new TreeMap<>();
        snapshot.facts().forEach((address, fact) -> {
            if (fact.observed() instanceof Observed.Present<?> present) {
                found.put(address, present.value());
            }
        });
        return found;
    }

    private Sight sight(Map<Address, Record> values, Set<String> reshaped) {
        Map<String, HostState> states = new HashMap<>();
        Optional<Inventory> inventory = Optional.empty();
        for (Map.Entry<Address, Record> entry : values.entrySet()) {
            if (entry.getValue() instanceof HostState state) {
                states.put(entry.getKey().name(), state);
            } else if (entry.getValue() instanceof Inventory all) {
                inventory = Optional.of(all);
            }
        }
        return new Sight(spec, new Values(values), states, inventory, snapshot.hosts(), reshaped, true, catalogue);
    }

    private static Rig rig(Sight sight) {
        SortedSet<Assumption> assumptions = new TreeSet<>();
        Wiring wiring = new Wiring(sight.declared(NetSwitch.class));
        StorageParts storage = new StorageParts(sight, wiring);
        HostParts parts = new HostParts(sight, wiring, storage, assumptions);
        SortedMap<String, Host> hosts = new TreeMap<>();
        sight.hosts().forEach(name -> hosts.put(name, parts.of(name)));
        SeenMachines machines = new SeenMachines(sight);
        return new Rig(
                hosts,
                wiring.switches(),
                storage.arrays(),
                storage.datastores(),
                machines.machines(),
                machines.clusters(),
                domains(sight),
                assumptions);
    }

    private static SortedMap<String, Domain> domains(Sight sight) {
        SortedMap<String, Domain> domains = new TreeMap<>();
        sight.declared(io.twinpath.kind.domain.Domain.class)
                .forEach((name, domain) -> domains.put(name, new Domain(name, kind(domain.kind()), domain.members())));
        return domains;
    }

    private static Domain.Kind kind(io.twinpath.kind.domain.Domain.Type type) {
        return switch (type) {
            case RACK -> Domain.Kind.RACK;
            case POWER -> Domain.Kind.POWER;
        };
    }
}
