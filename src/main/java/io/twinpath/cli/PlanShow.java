package io.twinpath.cli;

import io.twinpath.plan.Plan;
import io.twinpath.plan.file.PlanText;
import io.twinpath.report.PlanView;

/** Writes a plan as the answer of a verb. */
final class PlanShow {

    private PlanShow() {}

    /** JSON is the text of the plan file itself: there is one machine form of a plan. */
    static void show(Plan plan, OutputOption output, Console console) {
        console.out().print(output.json() ? PlanText.write(plan) : new PlanView(console.outStyle()).text(plan));
    }
}
