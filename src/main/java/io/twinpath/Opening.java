package io.twinpath;

import io.twinpath.diag.Result;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Style;
import java.util.Map;
import java.util.Optional;

/**
 * What opening a project gave.
 *
 * @param result the project, or everything that is wrong with its files; warnings either way
 * @param sources the text of every file that was read, by the name that places in diagnostics use
 */
public record Opening(Result<Project> result, Map<String, String> sources) {

    public Opening {
        sources = Map.copyOf(sources);
    }

    /** Errors and warnings as people read them: what, the line with a caret, why, and what to do. Empty when there are none. */
    public String text() {
        return new DiagnosticText(name -> Optional.ofNullable(sources.get(name)), Style.PLAIN)
                .all(result.diagnostics());
    }

    /**
     * The project, for programs that cannot go on without it.
     *
     * @throws InvalidProjectException when something is wrong with its files
     */
    public Project orElseThrow() {
        return switch (result) {
            case Result.Ok<Project> ok -> ok.value();
            case Result.Failed<Project> failed -> throw new InvalidProjectException(text(), failed.diagnostics());
        };
    }
}
