package io.twinpath.driver;

/**
 * A host's answer cannot be understood, or the host refused the question. The message is a full sentence that names host
 * and command (or file and line) and quotes the host. Becomes an {@code Observed.Unreadable}, never an absence.
 * Says nothing of where it was thrown: it is an answer, which kinds get for every question that was not asked yet.
 */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableException(String sentence) {
        super(sentence, null, false, false);
    }

    public UnreadableException(String sentence, Throwable cause) {
        super(sentence, cause, false, false);
    }
}
