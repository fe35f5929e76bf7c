package io.twinpath.diag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what a stage finds, so that everything wrong is reported in one run. Not safe for several threads. */
public final class Diagnostics {

    private final List<Diagnostic> found = new ArrayList<>();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        found.addAll(diagnostics);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    /** How many errors so far: what a step compares to know whether it failed itself. */
    public long errors() {
        return found.stream().filter(Diagnostic::isError).count();
    }

    /** Everything found, once each, by place. */
    public List<Diagnostic> sorted() {
        return found.stream().distinct().sorted(Diagnostic.BY_PLACE).toList();
    }

    /** A result: the value unless an error was found. */
    public <T> Result<T> toResult(T value) {
        return hasErrors() ? new Result.Failed<>(sorted()) : new Result.Ok<>(value, sorted());
    }
}
