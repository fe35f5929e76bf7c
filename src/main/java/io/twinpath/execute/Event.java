package io.twinpath.execute;

import io.twinpath.driver.Command;
import io.twinpath.driver.Reply;
import io.twinpath.plan.Step;

/** Something that happens during a run, told while it happens. */
public sealed interface Event {

    /** Every host of the plan is asked whether anything moved. */
    record Checking(int hosts) implements Event {}

    /** Work on a host begins. */
    record HostStarted(String host, int steps) implements Event {}

    record StepStarted(Step step) implements Event {}

    /**
     * A command is about to be sent: told before, so that it can be written down first.
     *
     * @param index within the step, from 0
     */
    record Sending(Step step, int index, Command command) implements Event {}

    /** The host answered a command. What counts is what is read back. */
    record Answered(Step step, int index, Command command, Reply reply) implements Event {}

    /**
     * The step is not in effect yet and is read once more after a pause.
     *
     * @param attempt which reading comes next, from 2
     * @param most how many readings there are at most
     */
    record Waiting(Step step, int attempt, int most) implements Event {}

    /** The connection was lost in the middle of a step; one new one is tried, to look. */
    record Reconnecting(Step step, String reason) implements Event {}

    record StepEnded(StepResult result) implements Event {}

    record HostEnded(String host) implements Event {}

    /** Takes events, one at a time, on the thread where they happen. If it throws, nothing more is sent. */
    interface Listener {
        void on(Event event);

        static Listener none() {
            return event -> {};
        }
    }
}
