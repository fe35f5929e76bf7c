package io.twinpath.rig;

import io.twinpath.Project;
import io.twinpath.driver.Driver;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.ssh.ScriptedHost;
import io.twinpath.kind.LabApi;
import io.twinpath.lab.LabShell;
import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.esxcli.HostView;
import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Reach;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import io.twinpath.observe.Progress;
import io.twinpath.rig.build.Blueprint;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.SpecLoader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A site of the lab as Twinpath reads it, and as it says itself that it is. */
final class LabSight implements Driver {

    private final Site site;
    private final Map<String, LabShell> shells = new TreeMap<>();

    private LabSight(Site site) {
        this.site = site;
    }

    /** What the rig is made of: over SSH what hosts tell, over the API what the vCenter does. */
    static Rig rig(Site site, String spec) throws InterruptedException {
        Loaded loaded = SpecLoader.load(new MemoryFiles(Map.of("inventory/site.yml", spec)), LoadOptions.standard())
                .result()
                .orElseThrow();
        Project project = new Project(loaded, Optional.empty(), Map.of(), List.of());
        try (LabSight driver = new LabSight(site)) {
            return new Blueprint(loaded.spec(), project.connect(driver).examine(Progress.silent()), loaded.catalogue())
                    .live();
        }
    }

    /** By the names that esxcli gives them, whether the paths of a host work. */
    static SortedMap<String, Boolean> paths(Site site, String host) {
        StringBuilder out = new StringBuilder();
        new Esxcli(new HostView(site, host, InstantSource.fixed(Sites.MORNING)))
                .run(List.of("storage", "core", "path", "list"), out);
        SortedMap<String, Boolean> paths = new TreeMap<>();
        String name = "";
        for (String line : out.toString().lines().map(String::strip).toList()) {
            if (line.startsWith("Runtime Name: ")) {
                name = line.substring("Runtime Name: ".length());
            } else if (line.startsWith("State: ")) {
                paths.put(name, line.equals("State: active"));
            }
        }
        return paths;
    }

    static boolean manageable(Site site, String host) {
        return new Reach(site).manageable(host);
    }

    static String machine(Site site, String name) {
        Effects.VmState state = new Effects(site).vm(name);
        return state == Effects.VmState.LOST ? "LOST" : state + " on " + site.vm(name).host;
    }

    @Override
    public List<Transport> ways(String place) {
        return List.of(place.equals(Way.VCENTER) ? Transport.API : Transport.SSH);
    }

    @Override
    public Reader reader(String place) {
        return place.equals(Way.VCENTER) ? LabApi.vcenter(site) : new ScriptedHost(shell(place), place, Format.XML);
    }

    private synchronized LabShell shell(String host) {
        return shells.computeIfAbsent(host, h -> new LabShell(site, h));
    }

    @Override
    public Writer writer(String place) {
        throw new UnsupportedOperationException(place);
    }

    @Override
    public void close() {
        shells.values().forEach(LabShell::close);
    }
}
