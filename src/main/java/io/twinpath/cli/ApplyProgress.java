package io.twinpath.cli;

import io.twinpath.execute.Event;
import io.twinpath.plan.Plan;
import io.twinpath.report.OutcomeView;
import io.twinpath.report.PlanView;
import java.util.List;

/** Tells how an apply goes on, a line for each step. */
final class ApplyProgress implements Event.Listener {

    private final Console console;
    private final int steps;
    private final boolean detailed;
    private int ended;

    /** @param detailed whether each line also says what was changed, for want of a plan above it */
    ApplyProgress(Console console, Plan plan, boolean detailed) {
        this.console = console;
        this.steps = plan.steps().size();
        this.detailed = detailed;
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case Event.Checking e ->
                say("checking that nothing moved on " + e.hosts() + (e.hosts() == 1 ? " host" : " hosts"));
            case Event.HostStarted e -> say(console.errStyle().bold(e.host()));
            case Event.StepEnded e -> {
                ended++;
                List<String> details = detailed ? PlanView.details(e.result().step()) : List.of();
                boolean one = details.size() == 1;
                say("  [" + ended + "/" + steps + "] " + OutcomeView.line(e.result(), console.errStyle())
                        + (one ? "  " + details.getFirst() : ""));
                if (!one) {
                    details.forEach(line -> say("    " + line));
                }
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
