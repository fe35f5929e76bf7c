package io.twinpath.lab.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one simulated host, in memory. Every operation is atomic, {@code mkdir} and {@code rename} above all:
 * locks and claims on a host are built from them.
 *
 * <p>Paths given here are absolute. There are no links, owners or modes. Contents are text, stored as UTF-8.
 */
public final class FileSystem {

    /** All contents and names together, in bytes. A real host's {@code /tmp} is a RAM disk of about this size. */
    static final long CAPACITY = 64L << 20;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4096;
    private static final int OVERHEAD = 128;

    private final InstantSource clock;
    private final FileNode.Directory root;
    private long used;

    private FileSystem(InstantSource clock) {
        this.clock = clock;
        this.root = new FileNode.Directory(clock.instant());
    }

    /** A host just booted: the usual directories and nothing in them. */
    public static FileSystem booted(InstantSource clock) {
        FileSystem files = new FileSystem(clock);
        for (String path : List.of(
                "/bin",
                "/dev",
                "/etc/ssh/keys-root",
                "/etc/vmware/ssl",
                "/scratch",
                "/store",
                "/tmp",
                "/var/log",
                "/var/run")) {
            files.makeDirectories(path);
        }
        files.at("/dev").entries.put("null", new FileNode.Regular(clock.instant()));
        return files;
    }

    /** Every regular file with its text: what {@link #restore} takes. Empty directories are not part of it. */
    public synchronized SortedMap<String, String> contents() {
        SortedMap<String, String> found = new TreeMap<>();
        collect("", root, found);
        found.remove("/dev/null");
        return found;
    }

    /** Writes files and makes the directories above them. A path that cannot be written is left out. */
    public synchronized void restore(Map<String, String> contents) {
        contents.forEach((path, text) -> {
            try {
                makeDirectories(parent(path));
                write(path, text);
            } catch (FileException e) {
                // A damaged path in a saved state costs that one file.
                return;
            }
        });
    }

    public synchronized boolean exists(String path) {
        return find(path).isPresent();
    }

    public synchronized boolean isDirectory(String path) {
        return find(path).filter(FileNode.Directory.class::isInstance).isPresent();
    }

    public String read(String path) throws FileException {
        return Octets.text(readOctets(path));
    }

    /** Creates the file or replaces what it held. */
    public void write(String path, String text) throws FileException {
        writeOctets(path, Octets.of(text), false);
    }

    public void append(String path, String text) throws FileException {
        writeOctets(path, Octets.of(text), true);
    }

    /** The names in a directory, sorted. */
    public synchronized List<String> list(String path) throws FileException {
        return switch (require(path)) {
            case FileNode.Directory directory -> List.copyOf(directory.entries.keySet());
            case FileNode.Regular ignored -> throw new FileException(FileTrouble.NOT_A_DIRECTORY, path);
        };
    }

    /** Makes one directory; of several callers exactly one succeeds. */
    public synchronized void makeDirectory(String path) throws FileException {
        Place place = place(path);
        if (place.node().isPresent()) {
            throw new FileException(FileTrouble.EXISTS, path);
        }
        reserve(path, OVERHEAD + place.name().length());
        place.put(new FileNode.Directory(clock.instant()));
    }

    /** Removes a file or an empty directory. */
    public synchronized void remove(String path) throws FileException {
        Place place = place(path);
        FileNode node = place.node().orElseThrow(() -> new FileException(FileTrouble.NOT_FOUND, path));
        if (node instanceof FileNode.Directory directory && !directory.entries.isEmpty()) {
            throw new FileException(FileTrouble.NOT_EMPTY, path);
        }
        if (node == root) {
            throw new FileException(FileTrouble.INVALID, path);
        }
        place.parent().entries.remove(place.name());
        used -= node.size() + OVERHEAD + place.name().length();
    }

    /** Renames in one step, replacing a file or an empty directory at the target, as {@code rename(2)} does. */
    public synchronized void rename(String from, String to) throws FileException {
        Place source = place(from);
        FileNode node = source.node().orElseThrow(() -> new FileException(FileTrouble.NOT_FOUND, from));
        Place target = place(to);
        if (target.node().filter(node::equals).isPresent()) {
            return;
        }
        if (node instanceof FileNode.Directory directory && directory.holds(target.parent())) {
            throw new FileException(FileTrouble.INVALID, to);
        }
        if (target.node().isPresent()) {
            checkReplaceable(node, target.node().get(), to);
            remove(to);
        }
        source.parent().entries.remove(source.name());
        target.put(node);
        used += target.name().length() - source.name().length();
    }

    /** Sets the time of the last change, creating an empty file when there is none. */
    public synchronized void touch(String path) throws FileException {
        Optional<FileNode> node = find(path);
        if (node.isEmpty()) {
            writeOctets(path, "", false);
        } else {
            node.get().changed = clock.instant();
        }
    }

    synchronized String readOctets(String path) throws FileException {
        return switch (require(path)) {
            case FileNode.Regular file -> file.content.toString();
            case FileNode.Directory ignored -> throw new FileException(FileTrouble.IS_A_DIRECTORY, path);
        };
    }

    synchronized void writeOctets(String path, String octets, boolean append) throws FileException {
        if (path.equals("/dev/null")) {
            return;
        }
        Place place = place(path);
        if (place.node().isEmpty()) {
            if (path.endsWith("/")) {
                throw new FileException(FileTrouble.IS_A_DIRECTORY, path);
            }
            reserve(path, OVERHEAD + place.name().length());
            place.put(new FileNode.Regular(clock.instant()));
        }
        switch (place.node().orElseThrow()) {
            case FileNode.Regular file -> change(path, file, octets, append);
            case FileNode.Directory ignored -> throw new FileException(FileTrouble.IS_A_DIRECTORY, path);
        }
    }

    synchronized long size(String path) {
        return find(path).map(FileNode::size).orElse(0L);
    }

    synchronized Instant changed(String path) {
        return find(path).map(node -> node.changed).orElse(Instant.EPOCH);
    }

    private void change(String path, FileNode.Regular file, String octets, boolean append) throws FileException {
        if (!append) {
            used -= file.content.length();
            file.content.setLength(0);
        }
        reserve(path, octets.length());
        file.content.append(octets);
        file.changed = clock.instant();
    }

    private void reserve(String path, long bytes) throws FileException {
        if (used + bytes > CAPACITY) {
            throw new FileException(FileTrouble.NO_SPACE, path);
        }
        used += bytes;
    }

    private static void checkReplaceable(FileNode node, FileNode target, String to) throws FileException {
        boolean directory = node instanceof FileNode.Directory;
        if (directory != target instanceof FileNode.Directory) {
            throw new FileException(directory ? FileTrouble.NOT_A_DIRECTORY : FileTrouble.IS_A_DIRECTORY, to);
        }
    }

    private void makeDirectories(String path) {
        FileNode.Directory at = root;
        for (String name : steps(path)) {
            FileNode next = at.entries.computeIfAbsent(name, n -> new FileNode.Directory(clock.instant()));
            if (!(next instanceof FileNode.Directory directory)) {
                return;
            }
            at = directory;
        }
    }

    private FileNode.Directory at(String path) {
        return find(path)
                .filter(FileNode.Directory.class::isInstance)
                .map(FileNode.Directory.class::cast)
                .orElse(root);
    }

    private static void collect(String prefix, FileNode.Directory directory, Map<String, String> found) {
        directory.entries.forEach((name, node) -> {
            switch (node) {
                case FileNode.Regular file -> found.put(prefix + "/" + name, Octets.text(file.content.toString()));
                case FileNode.Directory inner -> collect(prefix + "/" + name, inner, found);
            }
        });
    }

    private FileNode require(String path) throws FileException {
        Place place = place(path);
        FileNode node = place.node().orElseThrow(() -> new FileException(FileTrouble.NOT_FOUND, path));
        if (path.endsWith("/") && node instanceof FileNode.Regular) {
            throw new FileException(FileTrouble.NOT_A_DIRECTORY, path);
        }
        return node;
    }

    private Optional<FileNode> find(String path) {
        try {
            return Optional.of(require(path));
        } catch (FileException e) {
            return Optional.empty();
        }
    }

    /** Where a path leads: its directory must exist, the thing itself need not. */
    private Place place(String path) throws FileException {
        if (path.isEmpty()) {
            throw new FileException(FileTrouble.NOT_FOUND, path);
        }
        if (path.length() > LONGEST_PATH) {
            throw new FileException(FileTrouble.NAME_TOO_LONG, path.substring(0, LONGEST_NAME));
        }
        Deque<String> steps = steps(path);
        if (steps.isEmpty()) {
            return new Place(root, "");
        }
        String name = steps.removeLast();
        FileNode.Directory at = root;
        for (String step : steps) {
            at = switch (at.entries.get(step)) {
                case FileNode.Directory directory -> directory;
                case FileNode.Regular ignored -> throw new FileException(FileTrouble.NOT_A_DIRECTORY, path);
                case null -> throw new FileException(FileTrouble.NOT_FOUND, path);
            };
        }
        if (name.length() > LONGEST_NAME) {
            throw new FileException(FileTrouble.NAME_TOO_LONG, path);
        }
        return new Place(at, name);
    }

    private static Deque<String> steps(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return steps;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private record Place(FileNode.Directory parent, String name) {

        Optional<FileNode> node() {
            return name.isEmpty() ? Optional.of(parent) : Optional.ofNullable(parent.entries.get(name));
        }

        void put(FileNode node) {
            parent.entries.put(name, node);
        }
    }
}
