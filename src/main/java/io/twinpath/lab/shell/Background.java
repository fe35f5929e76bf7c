package io.twinpath.lab.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts what stands before {@code &}, and keeps those that still hold the session's output. */
final class Background {

    private static final int AGAIN = 100;

    private final List<Jobs.Job> started = new CopyOnWriteArrayList<>();
    private final List<Jobs.Job> holding = new CopyOnWriteArrayList<>();

    int start(Interpreter shell, Node command, Streams streams) {
        Streams detached =
                Optional.ofNullable(streams.inputs().get(0)).isPresent() ? streams.with(0, Input.of("")) : streams;
        if (streams.outputs().values().stream().anyMatch(Output.Text.class::isInstance)) {
            // A pipe's reader waits for the last writer anyway.
            shell.subshell(command, detached);
            return 0;
        }
        return start(shell, command, detached, shell.env().subshell());
    }

    private int start(Interpreter shell, Node command, Streams streams, Env env) {
        Interpreter inner = new Interpreter(shell.machine(), env, shell.budget().fresh(), this);
        Optional<Jobs.Job> job = shell.machine().jobs().start(() -> run(inner, command, streams));
        if (job.isEmpty()) {
            throw new ShellError("can't fork: Resource temporarily unavailable", 2);
        }
        shell.env().lastJob = Optional.of(job.get().pid);
        job.get().ignore(env.traps);
        started.add(job.get());
        if (streams.holdsSession() && !redirects(command, 1, 2)) {
            holding.add(job.get());
        }
        return 0;
    }

    /** Whether a command sends these descriptors elsewhere, so that the session need not wait for it. */
    private static boolean redirects(Node command, int... descriptors) {
        List<Redirect> redirects = switch (command) {
            case Node.Simple simple -> simple.redirects();
            case Node.Redirected redirected -> redirected.redirects();
            default -> List.of();
        };
        for (int fd : descriptors) {
            if (redirects.stream().noneMatch(redirect -> redirect.fd() == fd)) {
                return false;
            }
        }
        return true;
    }

    private static int run(Interpreter inner, Node command, Streams streams) {
        try {
            return inner.toEnd(() -> inner.execute(command, streams), streams);
        } catch (Unwind.Limit e) {
            return Budget.EXIT;
        } catch (Unwind e) {
            return Budget.KILLED;
        } catch (Output.Lost e) {
            return 1;
        }
    }

    /** A session stays open until nothing writes to it any more. */
    void await(Budget budget) {
        for (Jobs.Job job : holding) {
            wait(job, budget);
        }
    }

    /** {@code wait} without a pid. */
    void awaitStarted(Budget budget) {
        for (Jobs.Job job : started) {
            wait(job, budget);
        }
        started.clear();
    }

    static int wait(Jobs.Job job, Budget budget) {
        try {
            Optional<Integer> exit = job.await(AGAIN);
            while (exit.isEmpty()) {
                budget.check();
                exit = job.await(AGAIN);
            }
            return exit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unwind.Killed();
        }
    }
}
