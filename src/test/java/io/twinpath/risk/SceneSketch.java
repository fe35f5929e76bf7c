package io.twinpath.risk;

import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Desired;
import io.twinpath.model.Spec;
import io.twinpath.rig.Failing;
import io.twinpath.rig.Rig;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.SpecLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a scene down: a spec as text, a rig, and what was found beside what is declared. */
public final class SceneSketch {

    public static final Instant NOW = Instant.parse("2022-10-13T07:30:00Z");

    private final Spec spec;
    private final Catalogue catalogue;
    private final SortedMap<Address, Desired> values;
    private final SortedMap<String, String> releases = new TreeMap<>();
    private final SortedMap<String, Duration> clocks = new TreeMap<>();
    private Rig rig = new RigSketch().rig();

    private SceneSketch(String inventory) {
        Loaded loaded = SpecLoader.load(
                        new MemoryFiles(Map.of("inventory/site.yml", inventory)), LoadOptions.standard())
                .result()
                .orElseThrow();
        this.spec = loaded.spec();
        this.catalogue = loaded.catalogue();
        this.values = new TreeMap<>(Values.declared(spec));
    }

    /** As declared; replace what was found otherwise. */
    public static SceneSketch of(String inventory) {
        return new SceneSketch(inventory);
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
        return new Scene(rig, new Failing(rig), spec, values, releases, clocks, catalogue, NOW);
    }
}
