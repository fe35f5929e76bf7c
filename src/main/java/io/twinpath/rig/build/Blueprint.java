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

    private static final Set<String> SHAPING =
            Set.of("card", "nic", "vswitch", "port_group", "vmkernel", "iscsi", "dvs", "dv_port_group");

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
        Map<Address, Record> values = found();
        changes.forEach(change -> {
            if (change.after().isPresent()) {
                values.put(change.address(), change.after().orElseThrow());
            } else {
                values.remove(change.address());
            }
        });
        return rig(sight(values, reshaped(changes, false)));
    }

    /** The site as the spec wants it: what is blocked counts as done, persons having done their part. */
    public Rig wanted(Collection<? extends Change<?>> changes, Kinds kinds) {
        Map<Address, Record> values = found();
        for (Change<?> change : changes) {
            Optional<? extends Record> wanted = change instanceof Change.Blocked<?> blocked
                    ? kinds.kind(change.address().kind()).flatMap(kind -> reached(kind, blocked))
                    : change.after();
            if (wanted.isPresent()) {
                values.put(change.address(), wanted.orElseThrow());
            } else {
                values.remove(change.address());
            }
        }
        return rig(sight(values, reshaped(changes, true)));
    }

    private static <D extends Record & Desired> Optional<D> reached(Kind<D> kind, Change.Blocked<?> blocked) {
        Optional<D> desired = blocked.resource().desired().map(kind.type()::cast);
        Optional<D> found = blocked.before().map(kind.type()::cast);
        return desired.map(d -> found.isPresent() ? kind.shape().overlay(d, found.orElseThrow()) : d);
    }

    private static Set<String> reshaped(Collection<? extends Change<?>> changes, boolean blocked) {
        Set<String> hosts = new TreeSet<>();
        for (Change<?> change : changes) {
            boolean stays = change instanceof Change.Keep<?> || (!blocked && change instanceof Change.Blocked<?>);
            if (!stays && SHAPING.contains(change.address().kind())) {
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
                new TreeMap<>(),
                assumptions);
    }
}
