package io.twinpath.lab.shell;

/**
 * What a command left behind.
 *
 * @param exit the exit code, 0 to 255
 * @param out all of standard output
 * @param err all of standard error
 */
public record CommandResult(int exit, String out, String err) {

    public CommandResult {
        if (exit < 0 || exit > 255) {
            throw new IllegalArgumentException("an exit code is 0 to 255, not " + exit);
        }
    }
}
