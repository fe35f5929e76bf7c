package io.twinpath.lab.shell;

/** A script that cannot be parsed. The message is what the shell says behind {@code syntax error: }. */
final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    SyntaxException(String message) {
        super(message, null, false, false);
    }

    static SyntaxException unexpected(String token) {
        return new SyntaxException("unexpected " + token);
    }
}
