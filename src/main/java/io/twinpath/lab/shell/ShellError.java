package io.twinpath.lab.shell;

/** An error of the shell itself, such as a bad expansion: said on standard error, and the end of the shell. */
final class ShellError extends RuntimeException {

    private static final long serialVersionUID = 1;

    final int status;

    ShellError(String message, int status) {
        super(message, null, false, false);
        this.status = status;
    }
}
