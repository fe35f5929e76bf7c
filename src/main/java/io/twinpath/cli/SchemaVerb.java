package io.twinpath.cli;

import io.twinpath.spec.schema.SpecSchemas;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Writes what editors need to complete and check the spec while it is typed. */
final class SchemaVerb implements Callable<Integer> {

    private final Invocation run;

    private Optional<Path> folder = Optional.empty();

    SchemaVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "schema",
                        this,
                        "Write JSON Schemas of the spec, for editors: of inventory files, of module.yml,",
                        "and of the parameters of each module of the project.")
                .option(
                        "--dir",
                        "DIR",
                        Path.class,
                        given -> folder = Optional.of(given),
                        "Into this folder. Default: " + SpecSchemas.FOLDER + " in the project.")
                .examples("twinpath schema", "twinpath -C site schema", "twinpath schema --dir schemas");
    }

    @Override
    public Integer call() throws CliException {
        Optional<Path> project;
        if (folder.isPresent() && run.root().project.isEmpty()) {
            project = ProjectFolder.find(Path.of("")).map(ProjectFolder::path);
        } else {
            project = Optional.of(ProjectFolder.find(run).path());
        }
        Path into = folder.or(() -> project.map(SchemaFiles::standard)).orElseThrow();
        SchemaFiles.write(project, into).forEach(file -> run.out().println("wrote " + file));
        run.err().println("For editors, on top of each file in inventory/:");
        run.err().println("  # " + SpecSchemas.modeline("inventory/FILE.yml", place(project, into)));
        return Exit.DONE.code();
    }

    /** How the folder is named from the project; as it is when it is elsewhere. */
    private static String place(Optional<Path> project, Path into) {
        Path absolute = into.toAbsolutePath().normalize();
        return project.filter(absolute::startsWith)
                .map(p -> p.relativize(absolute).toString().replace('\\', '/'))
                .orElse(absolute.toString());
    }
}
