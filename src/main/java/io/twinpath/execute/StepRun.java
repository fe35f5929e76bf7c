package io.twinpath.execute;

import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Writer;
import io.twinpath.model.Observed;
import io.twinpath.plan.Readback;
import io.twinpath.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One step: send its commands, stop at the first refusal, and let what is read back decide. */
final class StepRun {

    /** How patiently a step is read back. */
    record Readings(int most, Duration between, ExecuteSettings.Pause pause) {}

    private final Step step;
    private final Line line;
    private final Freshness freshness;
    private final Readings readings;
    private final Event.Listener listener;
    private final List<String> remarks = new ArrayList<>();

    StepRun(Step step, Line line, Freshness freshness, Readings readings, Event.Listener listener) {
        this.step = step;
        this.line = line;
        this.freshness = freshness;
        this.readings = readings;
        this.listener = listener;
    }

    Verdict run() {
        int sent = 0;
        for (Command command : step.forward()) {
            Reply reply;
            try {
                Writer writer = line.writer();
                listener.on(new Event.Sending(step, sent, command));
                reply = writer.send(command);
            } catch (DriverException e) {
                boolean nothing = sent == 0 && e.problem() != DriverException.Problem.IN_DOUBT;
                return nothing ? unreached(e) : lost(command, e);
            }
            listener.on(new Event.Answered(step, sent, command, reply));
            sent++;
            if (!reply.ok()) {
                return refused(command, reply);
            }
        }
        return accepted();
    }

    /** Every command was accepted; that says nothing yet. */
    private Verdict accepted() {
        try {
            Readback found = readBack(readings.most());
            return found.inEffect()
                    ? new Verdict.Done(remarks)
                    : new Verdict.Failed(ExecuteProblem.acceptedButNot(found.found()), found.missing());
        } catch (DriverException e) {
            String reason = String.valueOf(e.getMessage());
            return again(reason, after -> ExecuteProblem.inDoubtReading(reason, after));
        }
    }

    private Verdict refused(Command command, Reply reply) {
        try {
            Readback found = readBack(1);
            return found.inEffect()
                    ? new Verdict.Done(List.of(ExecuteProblem.refusedButInEffect(command, reply)))
                    : new Verdict.Failed(ExecuteProblem.refused(command, reply), found.missing());
        } catch (DriverException e) {
            return new Verdict.InDoubt(
                    ExecuteProblem.refused(command, reply) + " Then the connection was lost: " + e.getMessage());
        }
    }

    private Verdict lost(Command command, DriverException e) {
        String reason = String.valueOf(e.getMessage());
        return again(reason, after -> ExecuteProblem.inDoubt(command, reason, after));
    }

    /**
     * Looks over a new connection. Only the wanted state settles the matter: while it is not there the command may still be
     * running.
     */
    private Verdict again(String reason, UnaryOperator<String> doubt) {
        listener.on(new Event.Reconnecting(step, reason));
        line.drop();
        try {
            Readback found = readBack(readings.most());
            return found.inEffect()
                    ? new Verdict.Done(List.of(ExecuteProblem.lostButInEffect(reason)))
                    : new Verdict.InDoubt(doubt.apply(found.found()));
        } catch (DriverException e) {
            return new Verdict.InDoubt(doubt.apply(String.valueOf(e.getMessage())));
        }
    }

    private Readback readBack(int most) throws DriverException {
        Readback found = look();
        for (int attempt = 2; attempt <= most && !found.inEffect(); attempt++) {
            listener.on(new Event.Waiting(step, attempt, most));
            try {
                readings.pause().pause(readings.between());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = look();
        }
        return found;
    }

    private Readback look() throws DriverException {
        Observed<?> observed = freshness.again(step, line.writer());
        return freshness.checks().readBack(step, observed);
    }

    private static Verdict unreached(DriverException e) {
        return new Verdict.Unreached(e.problem(), String.valueOf(e.getMessage()));
    }
}
