package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import java.util.List;

/** Ends a verb with diagnostics and an exit code. */
final class CliException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;
    private final Exit exit;

    CliException(Exit exit, List<Diagnostic> diagnostics) {
        super(diagnostics.isEmpty() ? exit.meaning() : diagnostics.get(0).summary());
        this.exit = exit;
        this.diagnostics = List.copyOf(diagnostics);
    }

    CliException(Exit exit, Diagnostic diagnostic) {
        this(exit, List.of(diagnostic));
    }

    Exit exit() {
        return exit;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
