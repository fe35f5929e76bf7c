package io.twinpath.git;

import io.twinpath.diag.Result;
import io.twinpath.spec.ProjectFiles;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a project in one tree of a repository: the same ones that {@link io.twinpath.spec.FolderFiles} finds in a
 * checkout, as they were committed. For one thread.
 */
public final class GitFiles implements ProjectFiles, AutoCloseable {

    private static final int DEEPEST = 16;

    /** A few objects can spell a tree without end. */
    private static final int MOST_ENTRIES = 50_000;

    private final ObjectReader reader;
    private final String revision;
    private final SortedMap<String, Entry> inventory = new TreeMap<>();
    private final SortedMap<String, Entry> modules = new TreeMap<>();
    private int entries;

    private record Entry(FileMode mode, ObjectId id) {}

    private GitFiles(ObjectReader reader, String revision) {
        this.reader = reader;
        this.revision = revision;
    }

    /** @param prefix the project's folder in the tree; may be empty */
    static Result<GitFiles> of(ObjectReader reader, ObjectId tree, String prefix, String revision) throws IOException {
        GitFiles files = new GitFiles(reader, revision);
        files.find(tree, prefix, "inventory", files.inventory, n -> n.endsWith(".yml") || n.endsWith(".yaml"));
        files.find(tree, prefix, "modules", files.modules, n -> n.matches("modules/[^/]+/module\\.yml"));
        if (files.entries > MOST_ENTRIES) {
            return Result.failed(GitProblem.tooManyFiles(revision, MOST_ENTRIES));
        }
        if (files.inventory.isEmpty()) {
            return Result.failed(GitProblem.noProject(revision, prefix));
        }
        files.requireObjects();
        return Result.ok(files);
    }

    /** The revision as it was asked for. */
    public String revision() {
        return revision;
    }

    private void find(ObjectId tree, String prefix, String top, SortedMap<String, Entry> into, Predicate<String> wanted)
            throws IOException {
        String path = prefix.isEmpty() ? top : prefix + "/" + top;
        try (TreeWalk at = TreeWalk.forPath(reader, path, tree)) {
            if (at == null) {
                return;
            }
            if (at.getFileMode(0).equals(FileMode.TREE)) {
                below(at.getObjectId(0), top, 1, into, wanted);
            } else {
                into.put(top, new Entry(at.getFileMode(0), at.getObjectId(0)));
            }
        }
    }

    private void below(ObjectId tree, String folder, int depth, SortedMap<String, Entry> into, Predicate<String> wanted)
            throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            while (walk.next() && ++entries <= MOST_ENTRIES) {
                String name = folder + "/" + walk.getNameString();
                FileMode mode = walk.getFileMode(0);
                boolean isFolder = mode.equals(FileMode.TREE);
                boolean hidden = walk.getNameString().startsWith(".") && !isFolder;
                if (mode.equals(FileMode.GITLINK) || (wanted.test(name) && !hidden)) {
                    into.put(name, new Entry(mode, walk.getObjectId(0)));
                } else if (isFolder && depth < DEEPEST) {
                    below(walk.getObjectId(0), name, depth + 1, into, wanted);
                }
            }
        }
    }

    /** A clone need not have all objects; half a project must not be compared. */
    private void requireObjects() throws IOException {
        for (SortedMap<String, Entry> files : List.of(inventory, modules)) {
            for (Entry entry : files.values()) {
                if (isRegular(entry.mode()) && !reader.has(entry.id())) {
                    throw new MissingObjectException(entry.id(), Constants.OBJ_BLOB);
                }
            }
        }
    }

    private static boolean isRegular(FileMode mode) {
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }

    @Override
    public List<String> inventory() {
        return List.copyOf(inventory.keySet());
    }

    @Override
    public List<String> modules() {
        return List.copyOf(modules.keySet());
    }

    @Override
    public Content read(String name, int limit) {
        Entry entry = inventory.getOrDefault(name, modules.get(name));
        if (entry == null) {
            return new Content.Unreadable("it is not in the revision");
        }
        if (!isRegular(entry.mode())) {
            return new Content.Unreadable("it is " + form(entry.mode()) + ", not a regular file");
        }
        try {
            long size = reader.getObjectSize(entry.id(), Constants.OBJ_BLOB);
            return size > limit
                    ? new Content.TooLarge(size)
                    : new Content.Bytes(
                            reader.open(entry.id(), Constants.OBJ_BLOB).getCachedBytes(limit));
        } catch (IOException | RuntimeException e) {
            return new Content.Unreadable("Git's object " + entry.id().name() + " is damaged");
        }
    }

    private static String form(FileMode mode) {
        if (mode.equals(FileMode.SYMLINK)) {
            return "a symbolic link";
        }
        return mode.equals(FileMode.GITLINK) ? "a submodule, whose files are in another repository" : "a folder";
    }

    @Override
    public void close() {
        reader.close();
    }
}
