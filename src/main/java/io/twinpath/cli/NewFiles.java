package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Files that are only ever made new. All names are looked at before the first is written, and each appears whole. */
final class NewFiles {

    private NewFiles() {}

    /** @param texts by their names in the folder */
    static void write(Path folder, SortedMap<String, String> texts) throws CliException {
        refuseExisting(folder, List.copyOf(texts.keySet()));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            try {
                Files.createDirectories(file.getParent());
                appear(file, text.getValue());
            } catch (FileAlreadyExistsException e) {
                throw existing(List.of(e.getFile()));
            } catch (IOException e) {
                throw new CliException(
                        Exit.FAILED,
                        Diagnostic.error(
                                "CLI0011",
                                "File not written",
                                "\"" + file + "\" cannot be written: the system says "
                                        + e.getClass().getSimpleName() + "."));
            }
        }
    }

    static void refuseExisting(Path folder, List<String> names) throws CliException {
        List<String> existing = new ArrayList<>();
        for (String name : names) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                existing.add(folder.resolve(name).toString());
            }
        }
        if (!existing.isEmpty()) {
            throw existing(existing);
        }
    }

    private static CliException existing(List<String> files) {
        List<Diagnostic> all = files.stream()
                .map(file -> Diagnostic.error(
                                "CLI0010", "File already exists", "\"" + file + "\" exists. Nothing was written.")
                        .hint("Move it away, or write into another folder with --into DIR."))
                .toList();
        return new CliException(Exit.REFUSED, all);
    }

    /** Under another name first, then linked to its own: a link never takes the place of a file that appeared meanwhile. */
    private static void appear(Path file, String text) throws IOException {
        Path part = Files.createTempFile(file.getParent(), ".new", ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            try {
                Files.createLink(file, part);
            } catch (UnsupportedOperationException e) {
                Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
