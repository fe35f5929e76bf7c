package io.twinpath.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.TreeFormatter;

/** A repository that a test makes, commit by commit. Its working tree is written too, unless it is bare. */
public final class SampleRepository implements AutoCloseable {

    private final Repository repository;
    private final SampleTree tree = new SampleTree();

    /** What the next commit will hold. */
    private static final class SampleTree {
        private final Map<String, ObjectId> ids = new TreeMap<>();
        private final Map<String, FileMode> modes = new TreeMap<>();
    }

    private SampleRepository(Repository repository) {
        this.repository = repository;
    }

    public static SampleRepository in(Path folder) {
        return make(folder, false);
    }

    public static SampleRepository bare(Path folder) {
        return make(folder, true);
    }

    private static SampleRepository make(Path folder, boolean bare) {
        Hermit.settle();
        try {
            RepositoryBuilder builder = new RepositoryBuilder().setInitialBranch("main");
            Repository repository = bare
                    ? builder.setBare().setGitDir(folder.toFile()).build()
                    : builder.setWorkTree(folder.toFile()).build();
            repository.create(bare);
            return new SampleRepository(repository);
        } catch (IOException | org.eclipse.jgit.api.errors.InvalidRefNameException e) {
            throw new IllegalStateException(e);
        }
    }

    Path gitFolder() {
        return repository.getDirectory().toPath();
    }

    public SampleRepository write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public SampleRepository write(String file, byte[] content) {
        if (!repository.isBare()) {
            try {
                Path path = repository.getWorkTree().toPath().resolve(file);
                Files.createDirectories(path.getParent());
                Files.write(path, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return entry(file, FileMode.REGULAR_FILE, insert(content));
    }

    /** A link, which only the repository has. */
    SampleRepository link(String file, String target) {
        return entry(file, FileMode.SYMLINK, insert(target.getBytes(StandardCharsets.UTF_8)));
    }

    /** A submodule, or an object that is not there. */
    SampleRepository entry(String file, FileMode mode, ObjectId id) {
        tree.ids.put(file, id);
        tree.modes.put(file, mode);
        return this;
    }

    public SampleRepository remove(String file) {
        tree.ids.remove(file);
        tree.modes.remove(file);
        if (!repository.isBare()) {
            try {
                Files.deleteIfExists(repository.getWorkTree().toPath().resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    ObjectId insert(byte[] content) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(Constants.OBJ_BLOB, content);
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A branch {@code bomb} with a tree of few objects and very many files. */
    void bomb(String top, ObjectId blob, int levels, int wide) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId below = blob;
            FileMode mode = FileMode.REGULAR_FILE;
            for (int level = 0; level < levels; level++) {
                TreeFormatter tree = new TreeFormatter();
                for (int i = 0; i < wide; i++) {
                    tree.append("a" + i + ".yml".repeat(level == 0 ? 1 : 0), mode, below);
                }
                below = inserter.insert(tree);
                mode = FileMode.TREE;
            }
            TreeFormatter root = new TreeFormatter();
            root.append(top, FileMode.TREE, below);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(root));
            PersonIdent author = new PersonIdent("A", "a@example.org", Instant.EPOCH, ZoneOffset.UTC);
            commit.setAuthor(author);
            commit.setCommitter(author);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            point("refs/heads/bomb", id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On top of {@code main}. */
    public ObjectId commit(String message) {
        return commit(message, "main", true);
    }

    /** On top of a branch, or as the first commit of a history of its own. */
    ObjectId commit(String message, String branch, boolean onTop) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId parent = repository.resolve("refs/heads/" + branch);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index().writeTree(inserter));
            if (onTop && parent != null) {
                commit.setParentId(parent);
            }
            PersonIdent author = new PersonIdent("A", "a@example.org", Instant.EPOCH, ZoneOffset.UTC);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            point("refs/heads/" + branch, id);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DirCache index() {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        tree.ids.forEach((file, id) -> {
            DirCacheEntry entry = new DirCacheEntry(file);
            entry.setFileMode(tree.modes.get(file));
            entry.setObjectId(id);
            builder.add(entry);
        });
        builder.finish();
        return index;
    }

    /** Makes a ref, wherever it pointed before. */
    public void point(String ref, ObjectId to) {
        try {
            RefUpdate update = repository.updateRef(ref);
            update.setNewObjectId(to);
            update.forceUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
