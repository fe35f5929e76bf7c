package io.twinpath.lab.shell;

import java.util.List;

/** Something that a simulated host can run by name, such as {@code esxcli}. */
@FunctionalInterface
public interface Program {

    /**
     * Runs to its end.
     *
     * @param arguments what follows the name, after quoting and expansion
     * @param input all of standard input
     * @param out takes standard output
     * @param err takes standard error
     * @return the exit code, 0 to 255
     */
    int run(List<String> arguments, String input, StringBuilder out, StringBuilder err);
}
