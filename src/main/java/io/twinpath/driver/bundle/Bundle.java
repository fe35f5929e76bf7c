package io.twinpath.driver.bundle;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.esxcli.Output;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The command outputs of one support bundle.
 *
 * @param file the bundle, for people
 * @param outputs by the names of their files below {@code commands}, without their ending
 * @param trees those that newer bundles have in JSON, below {@code json}, by the same names
 * @param files those files of the host that queries can ask for, by their paths without the leading slash
 */
public record Bundle(
        Path file,
        SortedMap<String, String> outputs,
        SortedMap<String, String> trees,
        SortedMap<String, String> files) {

    private static final int MOST_ENTRIES = 500_000;
    private static final long MOST_BYTES = 16L << 30;
    private static final long MOST_KEPT = 128L << 20;

    /** One folder, named after host and time, is around everything in most bundles. */
    private static final Pattern OUTPUT = Pattern.compile("(?:\\./)?(?:[^/]{1,255}/)?commands/([^/]{1,255})\\.txt");

    private static final Pattern TREE = Pattern.compile("(?:\\./)?(?:[^/]{1,255}/)?json/(localcli_[^/]{1,240})\\.json");

    private static final Pattern HOST_FILE =
            Pattern.compile("(?:\\./)?(?:[^/]{1,255}/)??(etc/[^/]{1,255}(?:/[^/]{1,255}){0,3})");

    private static final Pattern WANTED = Pattern.compile("(localcli|esxcli)_.*|vmware_-vl");
    private static final Set<String> HOST_FILES =
            Arrays.stream(HostFile.values()).map(f -> f.path().substring(1)).collect(Collectors.toSet());
    private static final Pattern NAMED = Pattern.compile("esx-(.+?)-[0-9]{4}-[0-9]{2}-[0-9]{2}--.*");

    public Bundle {
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        trees = Collections.unmodifiableSortedMap(new TreeMap<>(trees));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Reads a bundle from a file. Only outputs of commands are kept, and nothing is written anywhere. */
    public static Bundle read(Path file) throws DriverException {
        if (!Files.isRegularFile(file)) {
            throw bad(file, "there is no such file");
        }
        try (InputStream in = Files.newInputStream(file);
                InputStream unpacked = new GZIPInputStream(new BufferedInputStream(in), 1 << 16)) {
            SortedMap<String, String> outputs = new TreeMap<>();
            SortedMap<String, String> trees = new TreeMap<>();
            SortedMap<String, String> files = new TreeMap<>();
            keep(new TarReader(new BoundedStream(unpacked, MOST_BYTES)), outputs, trees, files);
            if (outputs.isEmpty() && trees.isEmpty()) {
                throw bad(file, "it holds no outputs of localcli under commands/ or json/");
            }
            return new Bundle(file, outputs, trees, files);
        } catch (MalformedArchiveException | ZipException e) {
            throw bad(file, String.valueOf(e.getMessage()));
        } catch (EOFException e) {
            throw bad(file, "it ends in the middle, as after a transfer that was cut off");
        } catch (IOException e) {
            throw bad(file, "the system says " + e.getClass().getSimpleName());
        }
    }

    private static void keep(
            TarReader archive,
            SortedMap<String, String> outputs,
            SortedMap<String, String> trees,
            SortedMap<String, String> files)
            throws IOException {
        long kept = 0;
        Optional<TarEntry> next = archive.next();
        for (int n = 1; next.isPresent(); n++, next = archive.next()) {
            TarEntry entry = next.orElseThrow();
            if (n > MOST_ENTRIES) {
                throw new MalformedArchiveException("it has more entries than any bundle has");
            }
            Optional<String> output = name(OUTPUT, entry).filter(WANTED.asMatchPredicate());
            Optional<String> file = name(HOST_FILE, entry).filter(HOST_FILES::contains);
            Optional<String> tree = name(TREE, entry);
            boolean wanted = output.isPresent() || tree.isPresent() || file.isPresent();
            if (wanted && entry.size() <= Output.LONGEST && kept + entry.size() <= MOST_KEPT) {
                kept += entry.size();
                String text = new String(archive.content(), StandardCharsets.UTF_8);
                output.ifPresent(name -> outputs.putIfAbsent(name, text));
                tree.ifPresent(name -> trees.putIfAbsent(name, text));
                file.ifPresent(name -> files.putIfAbsent(name, text));
            }
        }
    }

    private static Optional<String> name(Pattern form, TarEntry entry) {
        Matcher m = form.matcher(entry.name());
        return entry.regular() && m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** What the host calls itself; else what the file is called after it. */
    public Optional<String> host() {
        return Optional.ofNullable(outputs.get("localcli_system-hostname-get"))
                .flatMap(Bundle::qualified)
                .or(() -> {
                    Matcher m = NAMED.matcher(String.valueOf(file.getFileName()));
                    return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
                });
    }

    private static Optional<String> qualified(String output) {
        return output.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Fully Qualified Domain Name: "))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static DriverException bad(Path file, String why) {
        return new DriverException(new DriverProblem.BadBundle(file.toString(), why));
    }
}
