package io.twinpath.cli;

import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.schema.SpecSchemas;
import io.twinpath.spec.yaml.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the schemas of a project are, as its files say in their first lines.
 *
 * @param folder as seen from the project, or absolute
 * @param own whether it is the one in which Twinpath keeps them, unless somebody says otherwise
 */
record SchemaPlace(String folder, boolean own) {

    private static final Pattern LINE =
            Pattern.compile("\\A# yaml-language-server: *\\$schema=(\\S+)/" + SpecSchemas.INVENTORY + "\\s");

    /** What the first file that names a schema says; a web address is left to whoever wrote it. */
    static SchemaPlace of(Path project) {
        FolderFiles files = new FolderFiles(project);
        return files.inventory().stream()
                .flatMap(file -> said(files, file).stream())
                .findFirst()
                .map(folder -> new SchemaPlace(folder, folder.equals(SpecSchemas.FOLDER)))
                .orElse(new SchemaPlace(SpecSchemas.FOLDER, true));
    }

    private static Optional<String> said(FolderFiles files, String file) {
        if (!(files.read(file, Limits.FILE_BYTES) instanceof ProjectFiles.Content.Bytes read)) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(new String(read.bytes(), StandardCharsets.UTF_8));
        if (!line.find() || line.group(1).contains("://")) {
            return Optional.empty();
        }
        String place = line.group(1);
        Path above = Optional.ofNullable(Path.of(file).getParent()).orElse(Path.of(""));
        return Optional.of(above.resolve(place).normalize().toString().replace('\\', '/'));
    }

    /** A file of an inventory with the line by which editors find its schema; any other text as it is. */
    String in(String file, String text) {
        return file.startsWith("inventory/") && !text.startsWith("# yaml-language-server:")
                ? "# " + SpecSchemas.modeline(file, folder) + "\n" + text
                : text;
    }
}
