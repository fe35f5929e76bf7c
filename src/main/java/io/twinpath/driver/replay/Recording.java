package io.twinpath.driver.replay;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.vim.VimXml;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that answers are written to. It is new or empty, or a recording already, which a marker file shows: then the
 * hosts that are read again are replaced. Nothing else is ever overwritten. Queries carry no secrets, so none get here.
 */
public final class Recording {

    static final String MARKER = ".twinpath-recording";

    private final Path folder;
    private final Set<String> started = new HashSet<>();

    private Recording(Path folder) {
        this.folder = folder;
    }

    public static Recording into(Path folder) throws DriverException {
        try {
            Files.createDirectories(folder);
            Path marker = folder.resolve(MARKER);
            if (!Files.exists(marker)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    if (inside.findAny().isPresent()) {
                        throw bad(folder, "the folder is not empty and is no recording");
                    }
                }
                Files.writeString(marker, "What hosts answered, written by \"twinpath observe --record\".\n");
            }
            return new Recording(folder);
        } catch (IOException e) {
            throw bad(folder, "it cannot be written");
        }
    }

    /** Writes what one host answered. Safe for use by several threads. */
    synchronized void write(String host, Map<Query, Reply> replies) throws DriverException {
        if (!FileNames.isPlace(host)) {
            throw bad(folder, "a host has a name that is none");
        }
        Path own = folder.resolve(host);
        try {
            if (started.add(host)) {
                Files.createDirectories(own);
                clear(own);
            }
            for (Map.Entry<Query, Reply> entry : replies.entrySet()) {
                write(own, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw bad(own, "it cannot be written");
        }
    }

    private static void write(Path own, Query query, Reply reply) throws IOException {
        Path name = own.resolve(FileNames.of(query));
        Files.createDirectories(name.resolveSibling(""));
        if (query instanceof FileQuery && reply.ok()) {
            // Without an ending and without a head: a file of the host is recorded to the byte.
            Files.writeString(name, reply.body());
        } else if (reply.ok() && reply.tree().isPresent()) {
            String document = VimXml.document(Hushed.tree(reply.tree().orElseThrow()));
            Files.writeString(name.resolveSibling(name.getFileName() + "." + Format.XML.ending()), document);
        } else {
            write(name, new Reply(reply.exit(), reply.format(), Hushed.body(query, reply.body()), reply.source()));
        }
    }

    private static void write(Path name, Reply reply) throws IOException {
        Format format = reply.ok() ? reply.format() : Format.TEXT;
        String head = reply.ok() ? "" : "# exit: " + reply.exit() + "\n";
        // A body that starts like a comment is kept from being taken for one.
        String guard = format == Format.TEXT && reply.body().startsWith("#") ? "\n" : "";
        Files.writeString(name.resolveSibling(name.getFileName() + "." + format.ending()), head + guard + reply.body());
    }

    private static void clear(Path own) throws IOException {
        for (String folder : FileNames.FOLDERS) {
            clearAll(own.resolve(folder));
        }
        try (DirectoryStream<Path> old = Files.newDirectoryStream(own, "*.{xml,json,keyvalue,csv,txt}")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    /** What this class writes below a host's folder, and what people put there in the same form. */
    private static void clearAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static DriverException bad(Path folder, String why) {
        return new DriverException(new DriverProblem.BadRecording(folder.toString(), why));
    }
}
