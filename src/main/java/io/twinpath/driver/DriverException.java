package io.twinpath.driver;

/** A host could not be talked to. Thrown at the port only; turned into facts or step outcomes right behind it. */
public final class DriverException extends Exception {

    private static final long serialVersionUID = 1;

    /** What went wrong, for decisions and exit codes; never decided by message text. */
    public enum Problem {
        /** No connection: refused, no route, name unknown, or no answer in time. Nothing was sent. */
        UNREACHABLE,
        /** The host key is unknown, changed or revoked. No credential was sent. */
        UNTRUSTED,
        /** The host refused the credentials, or none are configured. */
        UNAUTHENTICATED,
        /** The connection was lost or timed out after something was sent: whether it took effect is in doubt. */
        IN_DOUBT,
        /** The peer does not speak as expected: framing broken, output over its limit. */
        PROTOCOL
    }

    private final Problem problem;

    public DriverException(Problem problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    public DriverException(Problem problem, String sentence, Throwable cause) {
        super(sentence, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
