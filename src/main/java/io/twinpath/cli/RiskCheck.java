package io.twinpath.cli;

import io.twinpath.Outlook;
import io.twinpath.Project;
import io.twinpath.Survey;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Span;
import io.twinpath.driver.Driver;
import io.twinpath.model.Change;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import io.twinpath.report.RisksView;
import io.twinpath.rig.build.Carrying;
import io.twinpath.risk.Judged;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan does to risks. It takes a second look, at the whole site whatever part of it the plan is about; a plan that changes nothing
 * that failures depend on is spared it.
 *
 * @param shift what the plan opens, closes and leaves
 * @param done what the plan changes
 * @param before as the site is
 * @param after as it will be
 */
record RiskCheck(Risks.Difference shift, List<Change<?>> done, Scene before, Scene after) {

    /** @return empty when nothing that the plan changes carries anything */
    static Optional<RiskCheck> of(Plan plan, Project whole, Driver driver, Console console) throws CliException {
        if (plan.steps().stream()
                .allMatch(step -> Carrying.of(step.address().kind()).isEmpty())) {
            return Optional.empty();
        }
        Survey survey = SiteReading.survey(whole, driver, console, Progress.silent());
        List<Change<?>> done = survey.pending(plan);
        Outlook before = survey.now();
        Outlook after = new Outlook(survey.scenes().after(done));
        return Optional.of(new RiskCheck(before.risks().to(after.risks()), done, before.scene(), after.scene()));
    }

    void show(Console console) {
        console.out().print(new RisksView(console.outStyle()).shift(shift));
    }

    /** Ends the run when the plan makes something dangerous that nobody has accepted. */
    void refuse(Workspace workspace) throws CliException {
        List<Judged> refused = shift.refused();
        if (!refused.isEmpty()) {
            List<Diagnostic> why = new ArrayList<>();
            for (Judged judged : refused) {
                Diagnostic diagnostic = Diagnostic.error(
                        "RSK0003",
                        "The plan opens a risk",
                        judged.finding().title() + " (" + judged.finding().code() + ")");
                Optional<Span> at =
                        judged.finding().at().or(() -> changed(judged.finding().hosts()));
                if (at.isPresent()) {
                    diagnostic = diagnostic.at(at.orElseThrow(), "this brings it about");
                }
                why.add(diagnostic.hint("Change the spec, or accept it under \"policies\" with accept: "
                        + judged.finding().code() + ", components: ["
                        + String.join(", ", judged.finding().subjects()) + "], until and because."));
            }
            throw new CliException(Exit.REFUSED, why, workspace.sources());
        }
    }

    /** A failure has no line in the spec; the first thing that the plan changes on its hosts has. */
    private Optional<Span> changed(Set<String> hosts) {
        return done.stream()
                .filter(change ->
                        change.address().host().filter(hosts::contains).isPresent())
                .findFirst()
                .map(change -> change instanceof Change.Update<?> update
                                && !update.deltas().isEmpty()
                        ? update.resource().spanOf(update.deltas().get(0).path())
                        : change.resource().declaredAt());
    }
}
