package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.diag.Diagnostic;
import io.twinpath.report.RisksReport;
import io.twinpath.report.RisksView;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Rule;
import io.twinpath.risk.rule.Rules;
import io.twinpath.risk.rule.TwoPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Says what a single failure would take down, and what else is dangerous. */
final class RisksVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SceneOption scene = new SceneOption(true);

    private final OutputOption output = new OutputOption();

    private final ReportOption reports;

    private Optional<String> limit = Optional.empty();

    private boolean detailed;

    private int depth = 1;

    RisksVerb(Invocation run) {
        this.run = run;
        this.reports = new ReportOption(run);
    }

    Syntax syntax() {
        return Syntax.verb(
                        "risks",
                        this,
                        "Show what a single failure would take down, and what else is dangerous. Changes nothing.")
                .with(options::describe, scene::describe, output::describe, reports::describe)
                .option(
                        "--limit",
                        "HOSTS",
                        String.class,
                        given -> limit = Optional.of(given),
                        "Only risks of these hosts; the whole site is looked at all the same.")
                .option(
                        "--depth",
                        "N",
                        Integer.class,
                        given -> depth = given,
                        "How many parts fail together: 1, the default, or 2.")
                .flag(
                        "--detailed-exitcode",
                        given -> detailed = given,
                        "Exit with 2 when there are risks that nobody has accepted.")
                .examples(
                        "twinpath risks",
                        "twinpath risks --limit esxi3.lain.local --output json",
                        "twinpath risks --for spec --report sarif=risks.sarif",
                        "twinpath risks --depth 2",
                        "twinpath risks --for wanted --detailed-exitcode");
    }

    @Override
    public Integer call() throws CliException {
        return reports.during("risks", output.json(), this::risks);
    }

    private int risks(Console people) throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        if (depth != 1 && depth != 2) {
            throw new CliException(
                    Exit.USAGE,
                    Diagnostic.error("CLI0048", "No such depth", "--depth is 1 or 2, and not " + depth + "."));
        }
        Set<String> hosts = hosts(workspace.project());
        SceneOption.Seen seen = scene.see(workspace, run, reports.progress());
        List<Rule> rules = new ArrayList<>(Rules.standard());
        if (depth == 2) {
            rules.add(new TwoPoints());
        }
        Risks risks = seen.outlook().risks(rules);
        if (limit.isPresent()) {
            risks = risks.on(hosts);
        }
        Risks shown = risks;
        people.out().print(output.json() ? RisksReport.json(shown) : new RisksView(people.outStyle()).text(shown));
        reports.draw(workspace.spec().project().name(), () -> Figures.of(seen.scene(), seen.name(), shown));
        reports.write(() -> RisksReport.of(shown));
        Exit exit = detailed && !shown.open().isEmpty() ? Exit.CHANGES_PENDING : Exit.DONE;
        return Ends.withHosts(seen.hosts(), exit);
    }

    private Set<String> hosts(Project project) throws CliException {
        SelectionOptions selection = new SelectionOptions();
        return Results.orElseThrow(project.only(limit, selection.targets), Exit.USAGE)
                .spec()
                .hosts()
                .keySet();
    }
}
