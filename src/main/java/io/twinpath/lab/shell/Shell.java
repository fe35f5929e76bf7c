package io.twinpath.lab.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The shell of one simulated host. Holds no state of its own: every run starts with fresh variables in {@code /}, and what
 * stays is in the {@link Machine}. Safe for use by several threads.
 *
 * <p>A run never throws because of the script or its input. A syntax error is exit code 2, an unknown program 127, a
 * limit {@value Budget#EXIT}.
 */
public final class Shell {

    private final Machine machine;
    private final Limits limits;

    public Shell(Machine machine) {
        this(machine, Limits.DEFAULT);
    }

    public Shell(Machine machine, Limits limits) {
        this.machine = machine;
        this.limits = limits;
    }

    /** Runs a script on all of its input, as {@code sh -c SCRIPT} does. */
    public CommandResult run(String script, String stdin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new Run(machine, limits, Input.of(Octets.of(stdin)), out, err).script(Octets.of(script));
        return new CommandResult(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    /**
     * Runs a script on streams. Input is read only when a command asks for it, output is flushed after every command.
     * Programs see an empty input when theirs would come from {@code in}.
     *
     * @return the exit code
     */
    public int run(String script, InputStream in, OutputStream out, OutputStream err) {
        return new Run(machine, limits, Input.live(in), out, err).script(Octets.of(script));
    }

    /** Runs the commands that arrive on {@code in}, each as soon as it is complete, as a login without a terminal does. */
    public int login(InputStream in, OutputStream out, OutputStream err) {
        return new Run(machine, limits, Input.live(in), out, err).login();
    }
}
