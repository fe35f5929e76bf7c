package io.twinpath;

import io.twinpath.diag.Diagnostic;
import java.util.List;

/** The files of a project are wrong; the message says where and why, as the command line does. */
public final class InvalidProjectException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    InvalidProjectException(String text, List<Diagnostic> diagnostics) {
        super(text);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** What is wrong, one by one. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
