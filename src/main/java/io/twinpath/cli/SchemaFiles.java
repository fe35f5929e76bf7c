package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.kind.Kinds;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.ProjectModules;
import io.twinpath.spec.hardware.CatalogueReader;
import io.twinpath.spec.schema.SpecSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The schemas of a project in a folder. They are made anew each time, so that older ones are replaced. */
final class SchemaFiles {

    private SchemaFiles() {}

    /** Where editors find them unless another folder is named. */
    static Path standard(Path project) {
        return project.resolve(SpecSchemas.FOLDER);
    }

    /** @param project whose modules are told of; none when there is no project */
    static List<Path> write(Optional<Path> project, Path folder) throws CliException {
        Kinds kinds = Kinds.standard(CatalogueReader.standard());
        SpecSchemas schemas = new SpecSchemas(
                kinds,
                project.map(p -> ProjectModules.read(new FolderFiles(p), kinds)).orElseGet(TreeMap::new));
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> text : schemas.texts().entrySet()) {
            Path file = folder.resolve(text.getKey());
            try {
                Files.createDirectories(file.getParent());
                WholeFile.replace(file, text.getValue());
            } catch (IOException e) {
                throw new CliException(
                        Exit.FAILED,
                        Diagnostic.error(
                                "CLI0042",
                                "Schema not written",
                                "\"" + file + "\" cannot be written: " + WholeFile.why(e) + "."));
            }
            written.add(file);
        }
        return written;
    }
}
