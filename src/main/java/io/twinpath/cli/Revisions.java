package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Label;
import io.twinpath.diag.Result;
import io.twinpath.diag.Span;
import io.twinpath.git.GitFiles;
import io.twinpath.git.History;
import io.twinpath.git.Range;
import io.twinpath.report.Compared;
import io.twinpath.review.Version;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.Loading;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.SpecLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Two versions of a project, read without errors. */
record Revisions(Version before, Version after, Compared compared) {

    /** One version as it was asked for: its files, and the revision that they are of. */
    private record Source(ProjectFiles files, Optional<String> revision) {

        Loading load() {
            return SpecLoader.load(files, LoadOptions.standard());
        }

        /** As Git names a file of a revision. */
        String named(String file) {
            return revision.map(r -> r + ":" + file).orElse(file);
        }
    }

    /**
     * Reads both, at the same time.
     *
     * @param start where one stands
     * @param inside the project's folder in the repository, when it was named
     */
    static Revisions read(Path start, Optional<String> inside, Range range) throws CliException {
        Path from = ProjectFolder.find(start).map(ProjectFolder::path).orElse(start);
        try (History history = orElseThrow(History.open(from, inside))) {
            Source before = before(history, range);
            Source after = source(history, range.after());
            FutureTask<Loading> beside = new FutureTask<>(before::load);
            Thread.ofPlatform().daemon().name("before").start(beside);
            Loading now = after.load();
            return of(before, beside.get(), after, now);
        } catch (ExecutionException e) {
            throw new IllegalStateException("loading does not fail", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Source before(History history, Range range) throws CliException {
        if (!range.fromMergeBase()) {
            return source(history, range.before());
        }
        String other = range.after() instanceof Range.End.Revision r ? r.name() : "HEAD";
        String base = orElseThrow(history.mergeBase(range.before().toString(), other));
        return source(history, new Range.End.Revision(base));
    }

    private static Source source(History history, Range.End end) throws CliException {
        return switch (end) {
            case Range.End.Revision revision -> {
                GitFiles files = orElseThrow(history.files(revision.name()));
                yield new Source(files, Optional.of(revision.name()));
            }
            case Range.End.WorkingTree tree ->
                new Source(new FolderFiles(orElseThrow(history.workingTree())), Optional.empty());
        };
    }

    private static Revisions of(Source before, Loading old, Source after, Loading now) throws CliException {
        if (old.result() instanceof Result.Ok<Loaded> was && now.result() instanceof Result.Ok<Loaded> is) {
            Compared compared = new Compared(before.revision().orElseThrow(), after.revision());
            return new Revisions(version(was.value()), version(is.value()), compared);
        }
        List<Diagnostic> found = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        collect(before, old, found, texts);
        collect(after, now, found, texts);
        throw new CliException(Exit.INVALID_SPEC, found, texts);
    }

    private static Version version(Loaded loaded) {
        return new Version(loaded.spec(), loaded.kinds(), loaded.catalogue(), loaded.origins());
    }

    /** What is wrong with one of them; warnings are told by validate. */
    private static void collect(Source source, Loading loading, List<Diagnostic> found, Map<String, String> texts) {
        loading.result().diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(d -> named(source, d))
                .forEach(found::add);
        loading.sources().forEach((file, text) -> texts.put(source.named(file), text));
    }

    private static Diagnostic named(Source source, Diagnostic d) {
        Optional<String> subject = d.primary().isPresent() || source.revision().isEmpty()
                ? d.subject()
                : Optional.of(source.named(d.subject().orElse("")));
        return new Diagnostic(
                d.code(),
                d.severity(),
                d.summary(),
                d.detail(),
                d.primary().map(l -> named(source, l)),
                d.related().stream().map(l -> named(source, l)).toList(),
                subject,
                d.hints());
    }

    private static Label named(Source source, Label label) {
        Span span = label.span();
        return new Label(new Span(source.named(span.source()), span.start(), span.end()), label.text());
    }

    /** A wrong name is the command line's fault, a revision without a project the spec's, and all else is a failure. */
    private static <T> T orElseThrow(Result<T> result) throws CliException {
        if (result instanceof Result.Failed<T> failed) {
            throw new CliException(exit(failed.diagnostics().getFirst()), failed.diagnostics());
        }
        return result.orElseThrow();
    }

    private static Exit exit(Diagnostic problem) {
        return switch (History.fault(problem)) {
            case QUESTION -> Exit.USAGE;
            case PROJECT -> Exit.INVALID_SPEC;
            case REPOSITORY -> Exit.FAILED;
        };
    }
}
