package io.twinpath.risk;

import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Desired;
import io.twinpath.model.Spec;
import io.twinpath.rig.Effects;
import io.twinpath.rig.Failing;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Component;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.SpecLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a scene down: a spec as text, a rig, and what was found beside what is declared. */
public final class SceneSketch {

    public static final Instant NOW = Instant.parse("2022-10-13T07:30:00Z");

    private final Spec spec;
    private final Catalogue catalogue;
    private final SortedMap<Address, Desired> values;
    private final SortedMap<String, String> releases = new TreeMap<>();
    private final SortedMap<String, Duration> clocks = new TreeMap<>();
    private final Map<Set<Component>, Effects> effects;
    private Rig rig = new RigSketch().rig();

    private SceneSketch(String inventory, Map<Set<Component>, Effects> effects) {
        Loaded loaded = SpecLoader.load(
                        new MemoryFiles(Map.of("inventory/site.yml", inventory)), LoadOptions.standard())
                .result()
                .orElseThrow();
        this.spec = loaded.spec();
        this.catalogue = loaded.catalogue();
        this.values = new TreeMap<>(Values.declared(spec));
        this.effects = effects;
    }

    /** As declared; replace what was found otherwise. */
    public static SceneSketch of(String inventory) {
        return new SceneSketch(inventory, Map.of());
    }

    /** With failures that are told instead of worked out by the rig. */
    public static SceneSketch failing(String inventory, List<Effects> effects) {
        Map<Set<Component>, Effects> byFailed = new HashMap<>();
        effects.forEach(e -> byFailed.put(Set.copyOf(e.failed()), e));
        return new SceneSketch(inventory, byFailed);
    }

    public SceneSketch rig(RigSketch sketch) {
        rig = sketch.rig();
        return this;
    }

    public SceneSketch found(Address address, Desired value) {
        values.put(address, value);
        return this;
    }

    public SceneSketch release(String host, String release) {
        releases.put(host, release);
        return this;
    }

    public SceneSketch clock(String host, Duration ahead) {
        clocks.put(host, ahead);
        return this;
    }

    public Scene scene() {
        return new Scene(
                rig,
                effects.isEmpty() ? Failures.of(new Failing(rig)) : new Told(effects),
                spec,
                values,
                releases,
                clocks,
                catalogue,
                NOW);
    }

    public static Effects effects(Component failed, Effects.HostEffect... hosts) {
        return new Effects(
                new TreeSet<>(Set.of(failed)), List.of(), List.of(), List.of(hosts), new TreeMap<>(), new TreeSet<>());
    }

    private record Told(Map<Set<Component>, Effects> told) implements Failures {

        @Override
        public Effects effects(Set<Component> failed) {
            Effects known = told.get(failed);
            return known == null ? baseline() : known;
        }

        @Override
        public SortedSet<Component> components() {
            SortedSet<Component> components = new TreeSet<>();
            told.keySet().forEach(components::addAll);
            return components;
        }

        @Override
        public Effects baseline() {
            return new Effects(new TreeSet<>(), List.of(), List.of(), List.of(), new TreeMap<>(), new TreeSet<>());
        }
    }
}
