package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import java.util.List;
import java.util.Map;

/** Ends a verb with diagnostics and an exit code. */
final class CliException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;
    private final transient Map<String, String> sources;
    private final Exit exit;

    CliException(Exit exit, List<Diagnostic> diagnostics) {
        this(exit, diagnostics, Map.of());
    }

    CliException(Exit exit, Diagnostic diagnostic) {
        this(exit, List.of(diagnostic), Map.of());
    }

    /** @param sources the texts that the diagnostics point into */
    CliException(Exit exit, List<Diagnostic> diagnostics, Map<String, String> sources) {
        super(diagnostics.isEmpty() ? exit.meaning() : diagnostics.get(0).summary());
        this.exit = exit;
        this.diagnostics = List.copyOf(diagnostics);
        this.sources = Map.copyOf(sources);
    }

    Exit exit() {
        return exit;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Map<String, String> sources() {
        return sources;
    }
}
