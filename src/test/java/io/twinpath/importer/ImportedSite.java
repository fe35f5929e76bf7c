package io.twinpath.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Result;
import io.twinpath.diff.Changes;
import io.twinpath.diff.Differ;
import io.twinpath.kind.Kinds;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.SiteReader;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Transport;
import io.twinpath.observe.Census;
import io.twinpath.observe.Observer;
import io.twinpath.observe.Progress;
import io.twinpath.observe.Target;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Planner;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.SpecLoader;
import io.twinpath.spec.hardware.CatalogueReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated site and what an import makes of it, in memory. */
final class ImportedSite implements AutoCloseable {

    static final PlanStamp STAMP = new PlanStamp("p-000000000000", "test", Instant.EPOCH);

    final LabDriver driver;
    final Site site;

    ImportedSite(Site site) {
        this(site, Transport.SSH);
    }

    private ImportedSite(Site site, Transport transport) {
        this.site = site;
        this.driver = new LabDriver(site, transport);
    }

    static ImportedSite generated(int hosts, long seed) {
        return generated(hosts, seed, Transport.SSH);
    }

    static ImportedSite generated(int hosts, long seed, Transport transport) {
        String yaml = LabSites.generate(hosts, seed);
        return new ImportedSite(
                new SiteReader("generated", LabSites::text)
                        .read(yaml, Sites.MORNING)
                        .orElseThrow(),
                transport);
    }

    Snapshot survey() throws InterruptedException {
        Kinds kinds = Kinds.standard(CatalogueReader.standard());
        return new Observer(kinds, driver, 1, () -> Instant.EPOCH)
                .survey(site.hosts.keySet(), List.of(), Census.whole(), Progress.silent());
    }

    SiteDraft draft() throws InterruptedException {
        return SiteDraft.of(
                survey(),
                Kinds::standard,
                CatalogueReader.standard(),
                new SiteDraft.Surroundings(f -> false, g -> false, Optional.empty()));
    }

    static Loaded load(SiteDraft draft, String... settings) {
        Map<String, String> files = new HashMap<>(draft.files());
        files.put("inventory/project.yml", ProjectPage.text("test", Optional.empty(), Optional.empty(), List.of()));
        Result<Loaded> loaded = SpecLoader.load(
                        new MemoryFiles(files), LoadOptions.standard().with(List.of(settings)))
                .result();
        assertThat(loaded).as("%s%n%s", loaded.diagnostics(), files).isInstanceOf(Result.Ok.class);
        return loaded.orElseThrow();
    }

    Plan plan(Loaded loaded) throws InterruptedException {
        Observer observer = new Observer(loaded.kinds(), driver, 1, () -> Instant.EPOCH);
        List<Target<?>> targets = loaded.spec().resources().values().stream()
                .<Target<?>>map(Target::of)
                .toList();
        Snapshot seen = observer.observe(loaded.spec().hosts().keySet(), targets, Progress.silent());
        Changes changes = Differ.diff(loaded.spec(), seen, loaded.kinds(), Defaults.standard());
        return Planner.plan(changes, loaded.spec(), loaded.kinds(), STAMP);
    }

    @Override
    public void close() {
        driver.close();
    }
}
