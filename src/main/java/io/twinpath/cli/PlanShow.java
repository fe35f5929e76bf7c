package io.twinpath.cli;

import io.twinpath.plan.Plan;
import io.twinpath.plan.file.PlanText;
import io.twinpath.report.PlanView;
import io.twinpath.report.RisksView;

/** Writes a plan as the answer of a verb. */
final class PlanShow {

    private PlanShow() {}

    /** JSON is the text of the plan file itself: there is one machine form of a plan. */
    static void show(Plan plan, OutputOption output, Console console) {
        if (output.json()) {
            console.out().print(PlanText.write(plan));
            return;
        }
        console.out().print(new PlanView(console.outStyle()).text(plan));
        plan.risks().ifPresent(risks -> console.out().print(new RisksView(console.outStyle()).told(risks)));
    }
}
