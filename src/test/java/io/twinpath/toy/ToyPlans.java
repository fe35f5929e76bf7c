package io.twinpath.toy;

import io.twinpath.diff.Differ;
import io.twinpath.kind.Installed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Planner;

/** From toys to plans in one call. */
public final class ToyPlans {

    public static final PlanStamp STAMP = new PlanStamp("p1", "0.1.0", ToySpec.SEEN);

    private ToyPlans() {}

    public static Plan plan(ToySpec site) {
        return plan(site.spec(), site.snapshot());
    }

    public static Plan plan(Spec spec, Snapshot snapshot) {
        var kinds = ToyKinds.all();
        return Planner.plan(Differ.diff(spec, snapshot, kinds, Installed.BY_KIND), spec, kinds, STAMP);
    }
}
