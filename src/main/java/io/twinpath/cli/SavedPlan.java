package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.model.Address;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Renewal;
import io.twinpath.plan.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A plan that was saved, in the light of the spec and the policies of today. A file says of itself what it would do; that the spec asks
 * for it, and that nobody minds the risk, is found out again.
 *
 * @param whole the project as it is now
 */
record SavedPlan(Plan plan, Project whole) {

    /** Ends the run when planning today would not give its steps, or when they open a risk that nobody accepts now. */
    void refuse(Workspace workspace, Driver driver, Console console) throws CliException {
        ConsoleOption consoles = new ConsoleOption();
        consoles.atConsole = true; // whether somebody stands there was asked when it was made
        Plan now = new Planning(workspace, console)
                .planned(part(), consoles, driver)
                .plan();
        List<Step> lost = Renewal.lost(plan, now);
        if (!lost.isEmpty()) {
            throw new CliException(
                    Exit.STALE, lost.stream().map(SavedPlan::notPlanned).toList());
        }
        Optional<RiskCheck> risks = RiskCheck.of(plan, whole, driver, console);
        if (risks.isPresent()) {
            risks.orElseThrow().refuse(workspace);
        }
    }

    /** The hosts that it was made for, when these are not all and nothing of it is sent elsewhere. */
    private Project part() throws CliException {
        Set<String> known = whole.spec().hosts().keySet();
        List<String> asked =
                plan.hosts().keySet().stream().filter(known::contains).toList();
        boolean onHosts = plan.steps().stream()
                .map(Step::address)
                .allMatch(address -> address.host().filter(asked::contains).isPresent());
        return onHosts && asked.size() < known.size()
                ? Results.orElseThrow(whole.only(Optional.of(String.join(":", asked)), List.of()), Exit.STALE)
                : whole;
    }

    private static Diagnostic notPlanned(Step step) {
        Address address = step.address();
        return Diagnostic.error(
                        "CLI0057",
                        "Not planned any more",
                        "The plan would " + step.action().name().toLowerCase(Locale.ROOT) + " " + address
                                + ". With the spec of today no plan has that step, though nothing has changed on the site. Nothing was sent.")
                .about("step " + step.id())
                .hint("Make the plan again and look at it: \"twinpath plan\".")
                .hint("If it was made with --set, give the same --set now.");
    }
}
