package io.twinpath.risk;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.rig.Failing;
import io.twinpath.rig.Rig;
import io.twinpath.rig.build.Blueprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The states of one site that are worth judging, from one look at it.
 *
 * @param snapshot of everything that failures depend on, declared or not
 * @param changes what the spec asks of what was found
 * @param clocks how far the clocks of hosts are ahead; of hosts that were asked
 * @param now when it is judged
 */
public record Scenes(
        Spec spec,
        Catalogue catalogue,
        Kinds kinds,
        Snapshot snapshot,
        List<Change<?>> changes,
        SortedMap<String, Duration> clocks,
        Instant now) {
    public Scenes {
        changes = List.copyOf(changes);
        clocks = Collections.unmodifiableSortedMap(new TreeMap<>(clocks));
    }

    /** Without a look at clocks. */
    public Scenes(
            Spec spec, Catalogue catalogue, Kinds kinds, Snapshot snapshot, List<Change<?>> changes, Instant now) {
        this(spec, catalogue, kinds, snapshot, changes, new TreeMap<>(), now);
    }

    /** The same with clocks. */
    public Scenes with(SortedMap<String, Duration> others) {
        return new Scenes(spec, catalogue, kinds, snapshot, changes, others, now);
    }

    /** What a spec says, without a look at the site. */
    public static Scene declared(Spec spec, Catalogue catalogue, Instant now) {
        Rig rig = Blueprint.declared(spec, catalogue);
        return new Scene(
                rig, new Failing(rig), spec, Values.declared(spec), new TreeMap<>(), new TreeMap<>(), catalogue, now);
    }

    /** As the site was found. */
    public Scene live() {
        return scene(blueprint().live(), found());
    }

    /** As it will be when all changes are made that can be made now. */
    public Scene after() {
        return after(changes);
    }

    /** As it will be when only some of the changes are made. */
    public Scene after(Collection<Change<?>> some) {
        return scene(blueprint().after(some), Values.after(found(), some));
    }

    /** As the spec wants it, with all that is in the way of it done. */
    public Scene wanted() {
        SortedMap<Address, Desired> values = Values.after(found(), changes);
        Blueprint.reached(changes, kinds).forEach((address, value) -> {
            values.remove(address);
            value.ifPresent(v -> values.put(address, v));
        });
        return scene(blueprint().wanted(changes, kinds), values);
    }

    private Blueprint blueprint() {
        return new Blueprint(spec, snapshot, catalogue);
    }

    private SortedMap<Address, Desired> found() {
        return Values.found(spec, snapshot);
    }

    private Scene scene(Rig rig, SortedMap<Address, Desired> values) {
        return new Scene(rig, new Failing(rig), spec, values, Values.releases(snapshot), clocks, catalogue, now);
    }
}
