package io.twinpath.lab.shell;

import java.io.OutputStream;

/** One run of the shell from its start to its exit code. */
final class Run {

    private final Budget budget;
    private final Background background = new Background();
    private final Interpreter interpreter;
    private final Streams streams;

    Run(Machine machine, Limits limits, Input in, OutputStream out, OutputStream err) {
        budget = new Budget(limits);
        Env env = new Env(machine.jobs().nextPid());
        interpreter = new Interpreter(machine, env, budget, background);
        streams = Streams.of(in, new Output.Session(out, budget), new Output.Session(err, budget));
    }

    int script(String octets) {
        return ended(new Source(octets));
    }

    int login() {
        return ended(new Source(streams.in()));
    }

    private int ended(Source source) {
        try {
            int status = interpreter.script(source, streams);
            streams.out().flush();
            background.await(budget);
            return status & 0xff;
        } catch (Unwind.Limit e) {
            return say("sh: killed: " + e.getMessage());
        } catch (Output.Lost e) {
            return 1;
        } catch (Unwind e) {
            return Budget.KILLED;
        }
    }

    private int say(String message) {
        try {
            new Output.Session(sessionError(), new Budget(Limits.DEFAULT)).write(message + "\n");
        } catch (Unwind e) {
            return Budget.KILLED;
        }
        return Budget.EXIT;
    }

    private OutputStream sessionError() {
        return streams.err() instanceof Output.Session session ? session.stream() : OutputStream.nullOutputStream();
    }
}
