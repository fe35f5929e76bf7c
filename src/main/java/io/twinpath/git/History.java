package io.twinpath.git;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** The Git repository that a project is kept in, for reading. May be asked by several threads. */
public final class History implements AutoCloseable {

    /** What a problem is a problem of. */
    public enum Fault {
        /** What was asked for: a name, a folder. */
        QUESTION,
        /** The files of the project at a revision. */
        PROJECT,
        /** The clone. */
        REPOSITORY
    }

    private static final String LINK = "gitdir:";
    private static final int LONGEST_LINK = 4096;

    private final Repository repository;
    private final String prefix;
    private final List<GitFiles> opened = new ArrayList<>();

    private History(Repository repository, String prefix) {
        this.repository = repository;
        this.prefix = prefix;
    }

    /**
     * Finds the repository from {@code start} upwards: a clone, a linked working tree, a submodule or a bare repository.
     *
     * @param start the project's folder, or where one stands when the folder is not checked out
     * @param inside the project's folder in the repository; where {@code start} stands in it when empty
     */
    public static Result<History> open(Path start, Optional<String> inside) {
        Hermit.settle();
        FS.FileStoreAttributes.setBackground(true);
        Path from = start.toAbsolutePath().normalize();
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder();
            builder.findGitDir(from.toFile());
            Optional<Path> broken = brokenLink(from, Optional.ofNullable(builder.getGitDir()));
            if (broken.isPresent()) {
                return Result.failed(GitProblem.brokenLink(broken.orElseThrow()));
            }
            if (builder.getGitDir() == null) {
                return Result.failed(GitProblem.noRepository(from));
            }
            Repository repository = builder.setMustExist(true).build();
            return Result.ok(new History(repository, prefix(repository, from, inside)));
        } catch (IOException | RuntimeException e) {
            return Result.failed(GitProblem.unreadable(from.toString(), e));
        }
    }

    /** The nearest {@code .git} file when it leads nowhere: what lies further up is another project's repository. */
    private static Optional<Path> brokenLink(Path from, Optional<File> found) throws IOException {
        for (Path at = from; at != null; at = at.getParent()) {
            Path link = at.resolve(".git");
            if (found.filter(at.toFile()::equals).isPresent() || Files.isDirectory(link)) {
                return Optional.empty();
            }
            if (Files.isRegularFile(link)) {
                return leadsSomewhere(link) ? Optional.empty() : Optional.of(link);
            }
        }
        return Optional.empty();
    }

    private static boolean leadsSomewhere(Path link) throws IOException {
        try (InputStream in = Files.newInputStream(link)) {
            String text = new String(in.readNBytes(LONGEST_LINK), StandardCharsets.UTF_8).strip();
            return text.startsWith(LINK)
                    && Files.isDirectory(
                            link.resolveSibling(text.substring(LINK.length()).strip()));
        }
    }

    private static String prefix(Repository repository, Path from, Optional<String> inside) throws IOException {
        if (inside.isPresent() || repository.isBare()) {
            return inside.orElse("").replaceAll("^/+|/+$", "");
        }
        Path top = repository.getWorkTree().toPath().toRealPath();
        Path real = from.toRealPath();
        return real.startsWith(top) ? top.relativize(real).toString().replace(File.separatorChar, '/') : "";
    }

    /** The project's folder in the working tree. A bare repository has none. */
    public Result<Path> workingTree() {
        return repository.isBare()
                ? Result.failed(GitProblem.bare(repository.getDirectory().toPath()))
                : Result.ok(repository.getWorkTree().toPath().resolve(prefix));
    }

    /** The project's files as a revision has them. */
    public Result<GitFiles> files(String revision) {
        ObjectReader reader = repository.newObjectReader();
        try (RevWalk walk = new RevWalk(repository)) {
            Result<ObjectId> id = resolve(revision);
            if (id instanceof Result.Failed<ObjectId> failed) {
                reader.close();
                return new Result.Failed<>(failed.diagnostics());
            }
            ObjectId tree = walk.parseTree(((Result.Ok<ObjectId>) id).value()).getId();
            Result<GitFiles> files = GitFiles.of(reader, tree, prefix, revision);
            keep(files, reader);
            return files;
        } catch (IncorrectObjectTypeException e) {
            return Result.failed(GitProblem.noFiles(revision));
        } catch (MissingObjectException e) {
            return Result.failed(GitProblem.missing(revision, e.getObjectId().name(), isShallow()));
        } catch (IOException | RuntimeException e) {
            return Result.failed(GitProblem.unreadable(revision, e));
        }
    }

    private synchronized void keep(Result<GitFiles> files, ObjectReader reader) {
        switch (files) {
            case Result.Ok<GitFiles> ok -> opened.add(ok.value());
            case Result.Failed<GitFiles> failed -> reader.close();
        }
    }

    /** The commit where two histories parted, by a hash that is short and still its own. */
    public Result<String> mergeBase(String one, String other) {
        try (RevWalk walk = new RevWalk(repository);
                ObjectReader reader = repository.newObjectReader()) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            for (String revision : List.of(one, other)) {
                Result<ObjectId> id = resolve(revision);
                if (id instanceof Result.Failed<ObjectId> failed) {
                    return new Result.Failed<>(failed.diagnostics());
                }
                walk.markStart(walk.parseCommit(((Result.Ok<ObjectId>) id).value()));
            }
            RevCommit base = walk.next();
            return base == null
                    ? Result.failed(GitProblem.noCommonAncestor(one, other, isShallow()))
                    : Result.ok(reader.abbreviate(base, 10).name());
        } catch (IncorrectObjectTypeException e) {
            return Result.failed(GitProblem.noCommit(one, other));
        } catch (MissingObjectException e) {
            return Result.failed(
                    GitProblem.missing(one + "..." + other, e.getObjectId().name(), isShallow()));
        } catch (IOException | RuntimeException e) {
            return Result.failed(GitProblem.unreadable(one + "..." + other, e));
        }
    }

    private Result<ObjectId> resolve(String revision) throws IOException {
        try {
            ObjectId id = repository.resolve(revision);
            return id == null
                    ? Result.failed(GitProblem.unknownRevision(revision, names(), isShallow()))
                    : Result.ok(id);
        } catch (AmbiguousObjectException e) {
            return Result.failed(GitProblem.ambiguous(
                    revision, e.getCandidates().stream().map(ObjectId::name).toList()));
        } catch (RevisionSyntaxException | IndexOutOfBoundsException e) {
            return Result.failed(GitProblem.malformedRevision(revision));
        }
    }

    /** The branches and tags, as a person would call them. */
    private List<String> names() throws IOException {
        return repository.getRefDatabase().getRefs().stream()
                .map(Ref::getName)
                .filter(name -> name.startsWith("refs/"))
                .map(Repository::shortenRefName)
                .toList();
    }

    private boolean isShallow() {
        try {
            return !repository.getObjectDatabase().getShallowCommits().isEmpty();
        } catch (IOException | RuntimeException e) {
            return false; // only colours a hint
        }
    }

    @Override
    public synchronized void close() {
        opened.forEach(GitFiles::close);
        repository.close();
    }

    /** What is to blame for a problem of this stage. */
    public static Fault fault(Diagnostic problem) {
        return GitProblem.fault(problem.code());
    }
}
