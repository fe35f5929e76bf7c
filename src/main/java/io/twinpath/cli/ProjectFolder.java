package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.reach.OwnFolder;
import io.twinpath.spec.FolderFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The project that a run is about: the folder with {@code inventory/}, from where one stands upwards.
 *
 * @param path absolute
 */
record ProjectFolder(Path path) {

    /** Finds it from {@code -C} or from where one stands. */
    static ProjectFolder find(Invocation run) throws CliException {
        Path start = start(run);
        return find(start).orElseThrow(() -> new CliException(Exit.USAGE, noProject(start)));
    }

    /** The folder that {@code -C} names, or where one stands. */
    static Path start(Invocation run) throws CliException {
        Path start = run.root().project.orElse(Path.of(""));
        if (run.root().project.isPresent() && !Files.isDirectory(start)) {
            throw new CliException(
                    Exit.USAGE, Diagnostic.error("CLI0002", "No such folder", "\"" + start + "\" is not a folder."));
        }
        return start;
    }

    static Optional<ProjectFolder> find(Path start) {
        return FolderFiles.project(start).map(ProjectFolder::new);
    }

    /** Where Twinpath keeps what is its own. */
    OwnFolder own() {
        return new OwnFolder(path);
    }

    /** The state of an embedded lab, by the name of its site. */
    Path labState(String site) {
        return own().path().resolve("lab").resolve(site.replaceAll("[^A-Za-z0-9._-]", "_") + ".json");
    }

    private static Diagnostic noProject(Path start) {
        return Diagnostic.error(
                        "CLI0003",
                        "No project here",
                        "Neither \"" + start.toAbsolutePath().normalize()
                                + "\" nor any folder above it has an inventory folder.")
                .hint("Go to the project, or name it: twinpath -C DIR …");
    }
}
