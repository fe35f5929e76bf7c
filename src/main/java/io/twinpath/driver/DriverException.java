package io.twinpath.driver;

import io.twinpath.diag.Diagnostic;
import java.util.Optional;

/** A host could not be talked to. Thrown at the port only; turned into facts or step outcomes right behind it. */
public final class DriverException extends Exception {

    private static final long serialVersionUID = 1;

    /** What went wrong, for decisions and exit codes; never decided by message text. */
    public enum Problem {
        /** No connection: refused, no route, name unknown, or no answer in time. Nothing was changed. */
        UNREACHABLE,
        /** The host key is unknown, changed or revoked. No credential was sent. */
        UNTRUSTED,
        /** The host refused the credentials, or none are configured. */
        UNAUTHENTICATED,
        /** The connection was lost or timed out after a command was sent: whether it took effect is in doubt. */
        IN_DOUBT,
        /** The peer does not speak as expected: framing broken, output over its limit. */
        PROTOCOL
    }

    private final Problem problem;
    private final transient Optional<Diagnostic> diagnostic;

    public DriverException(Problem problem, String sentence) {
        super(sentence);
        this.problem = problem;
        this.diagnostic = Optional.empty();
    }

    public DriverException(Problem problem, String sentence, Throwable cause) {
        super(sentence, cause);
        this.problem = problem;
        this.diagnostic = Optional.empty();
    }

    /** What happened, with the words of {@link DriverProblem}; the message is its detail and hints. */
    public DriverException(DriverProblem what) {
        super(what.sentence());
        this.problem = what.problem();
        this.diagnostic = Optional.of(what.diagnostic());
    }

    public Problem problem() {
        return problem;
    }

    /** The coded form, for those who show it to people. */
    public Optional<Diagnostic> diagnostic() {
        return diagnostic;
    }
}
