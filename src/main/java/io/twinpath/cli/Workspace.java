package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Spec;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.Loading;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.SpecLoader;
import io.twinpath.spec.layer.Overrides;
import java.util.List;
import java.util.Map;

/**
 * A project with its spec, read without errors.
 *
 * @param sources the texts that diagnostics point into
 * @param warnings what is worth knowing although nothing is wrong
 */
record Workspace(ProjectFolder folder, Loaded loaded, Map<String, String> sources, List<Diagnostic> warnings) {

    /** Loads it; what is wrong in the files ends the run with 65, what is wrong only in {@code --set} with 64. */
    static Workspace load(ProjectFolder folder, ProjectOptions options) throws CliException {
        return load(folder, new FolderFiles(folder.path()), options);
    }

    /** The same from files that do not all have to be in the folder. */
    static Workspace load(ProjectFolder folder, ProjectFiles files, ProjectOptions options) throws CliException {
        LoadOptions load = LoadOptions.standard().with(options.sets);
        Loading loading = SpecLoader.load(files, load);
        return switch (loading.result()) {
            case Result.Ok<Loaded> ok -> new Workspace(folder, ok.value(), loading.sources(), ok.diagnostics());
            case Result.Failed<Loaded> failed ->
                throw new CliException(exit(failed.diagnostics()), failed.diagnostics(), loading.sources());
        };
    }

    /** When nothing is wrong but what {@code --set} says, the files are fine and the command line is not. */
    private static Exit exit(List<Diagnostic> found) {
        boolean usage = found.stream()
                .filter(Diagnostic::isError)
                .allMatch(d -> d.primary()
                        .filter(p -> p.span().source().equals(Overrides.SOURCE))
                        .isPresent());
        return usage ? Exit.USAGE : Exit.INVALID_SPEC;
    }

    Spec spec() {
        return loaded.spec();
    }

    Kinds kinds() {
        return loaded.kinds();
    }
}
