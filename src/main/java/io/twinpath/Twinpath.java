package io.twinpath;

import io.twinpath.diag.Result;
import io.twinpath.git.GitFiles;
import io.twinpath.git.History;
import io.twinpath.kind.Kind;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.Loading;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.SpecLoader;
import io.twinpath.spec.hardware.CatalogueReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a program begins: opens projects. Holds nothing but how they are read, never changes, and may be used by any number of threads;
 * so may everything that comes of it.
 *
 * {@snippet :
 * Project project = Twinpath.standard().open(folder).orElseThrow();
 * try (Site site = project.connect(Ways.declared(System.getenv()))) {
 *     Plan plan = site.plan();
 * }
 * }
 */
public final class Twinpath {

    private final LoadOptions options;

    private Twinpath(LoadOptions options) {
        this.options = options;
    }

    /** As the command line is: every kind of Twinpath, nothing set. */
    public static Twinpath standard() {
        return new Twinpath(LoadOptions.standard());
    }

    /** Which Twinpath this is: the version in the jar's manifest, {@code development} when it is run from classes. */
    public static String version() {
        return Optional.ofNullable(Twinpath.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /**
     * The same with a kind of resource of one's own, which specs may then declare.
     *
     * @throws IllegalArgumentException when there is a kind of its name, or one that is written at the same place of a spec
     */
    public Twinpath with(Kind<?> kind) {
        LoadOptions more = new LoadOptions(
                options.set(), catalogue -> options.kinds().apply(catalogue).and(kind));
        // Said now, and not when the first project is opened.
        var unused = more.kinds().apply(CatalogueReader.standard());
        return new Twinpath(more);
    }

    /** The same with values that go before everything in the files, written as for {@code --set}. */
    public Twinpath setting(List<String> values) {
        return new Twinpath(options.with(values));
    }

    /** Opens the project in a folder: the one that has {@code inventory} in it. */
    public Opening open(Path folder) {
        return open(new FolderFiles(folder), Optional.of(folder));
    }

    /**
     * Opens the project as a Git revision has it, from the objects of the repository and without a checkout.
     *
     * @param folder the project's in a clone; pins, the lock and secrets are those of the folder as it is now
     * @param revision as Git names it, such as {@code main} or {@code HEAD~1}
     */
    public Opening open(Path folder, String revision) {
        return switch (History.open(folder, Optional.empty())) {
            case Result.Ok<History> ok -> {
                try (History history = ok.value()) {
                    yield open(history.files(revision), folder);
                }
            }
            case Result.Failed<History> failed -> new Opening(new Result.Failed<>(failed.diagnostics()), Map.of());
        };
    }

    private Opening open(Result<GitFiles> files, Path folder) {
        return switch (files) {
            case Result.Ok<GitFiles> ok -> open(ok.value(), Optional.of(folder));
            case Result.Failed<GitFiles> failed -> new Opening(new Result.Failed<>(failed.diagnostics()), Map.of());
        };
    }

    /** Opens files that are kept elsewhere, as in memory: to read, compare and plan, and over drivers of one's own. */
    public Opening open(ProjectFiles files) {
        return open(files, Optional.empty());
    }

    /**
     * Opens files that are kept elsewhere.
     *
     * @param folder where pins and the lock are kept and relative paths of secrets and keys start; need not hold the files
     */
    public Opening open(ProjectFiles files, Path folder) {
        return open(files, Optional.of(folder));
    }

    private Opening open(ProjectFiles files, Optional<Path> folder) {
        Loading loading = SpecLoader.load(files, options);
        return switch (loading.result()) {
            case Result.Ok<Loaded> ok ->
                new Opening(
                        new Result.Ok<>(
                                new Project(ok.value(), folder, loading.sources(), ok.diagnostics()), ok.diagnostics()),
                        loading.sources());
            case Result.Failed<Loaded> failed ->
                new Opening(new Result.Failed<>(failed.diagnostics()), loading.sources());
        };
    }
}
