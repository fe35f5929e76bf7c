package io.twinpath.cli;

import io.twinpath.Opening;
import io.twinpath.Project;
import io.twinpath.Twinpath;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Spec;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.layer.Overrides;
import java.util.List;
import java.util.Map;

/** The project that a run is about, read without errors. */
record Workspace(ProjectFolder folder, Project project) {

    /** Loads it; what is wrong in the files ends the run with 65, what is wrong only in {@code --set} with 64. */
    static Workspace load(ProjectFolder folder, ProjectOptions options) throws CliException {
        return load(folder, new FolderFiles(folder.path()), options);
    }

    /** The same from files that do not all have to be in the folder. */
    static Workspace load(ProjectFolder folder, ProjectFiles files, ProjectOptions options) throws CliException {
        Opening opening = Twinpath.standard().setting(options.sets).open(files, folder.path());
        return switch (opening.result()) {
            case Result.Ok<Project> ok -> new Workspace(folder, ok.value());
            case Result.Failed<Project> failed ->
                throw new CliException(exit(failed.diagnostics()), failed.diagnostics(), opening.sources());
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

    Loaded loaded() {
        return project.loaded();
    }

    Spec spec() {
        return project.spec();
    }

    Kinds kinds() {
        return project.kinds();
    }

    Map<String, String> sources() {
        return project.sources();
    }

    List<Diagnostic> warnings() {
        return project.warnings();
    }
}
