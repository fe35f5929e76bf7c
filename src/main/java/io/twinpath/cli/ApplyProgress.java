package io.twinpath.cli;

import io.twinpath.execute.Event;
import io.twinpath.plan.Plan;
import io.twinpath.report.OutcomeView;

/** Tells how an apply goes on, a line for each step. */
final class ApplyProgress implements Event.Listener {

    private final Console console;
    private final int steps;
    private int ended;

    ApplyProgress(Console console, Plan plan) {
        this.console = console;
        this.steps = plan.steps().size();
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case Event.Checking e ->
                say("checking that nothing moved on " + e.hosts() + (e.hosts() == 1 ? " host" : " hosts"));
            case Event.HostStarted e -> say(console.errStyle().bold(e.host()));
            case Event.StepEnded e -> {
                ended++;
                say("  [" + ended + "/" + steps + "] " + OutcomeView.line(e.result(), console.errStyle()));
            }
            case Event.Waiting e -> say("  not in effect yet, looking again (" + e.attempt() + " of " + e.most() + ")");
            case Event.Reconnecting e -> say("  connection lost, looking once more: " + e.reason());
            case Event.StepStarted e -> {}
            case Event.Sending e -> {}
            case Event.Answered e -> {}
            case Event.HostEnded e -> {}
        }
    }

    private void say(String line) {
        console.err().println(line);
    }
}
