package io.twinpath.cli;

import io.twinpath.execute.PlanStore;
import io.twinpath.plan.Plan;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what would change, and changes nothing. */
@Command(
        name = "plan",
        description = "Compare the spec with the live site and show the ordered steps. Changes nothing.",
        footer = {
            "",
            "Examples:",
            "  twinpath plan",
            "  twinpath plan --limit esxi3.lain.local -o plans/repair.json",
            "  twinpath plan --detailed-exitcode --output json",
        })
final class PlanVerb implements Callable<Integer> {

    private final RootVerb root;
    private final Console console;
    private final Map<String, String> environment;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Mixin
    ConsoleOption consoles = new ConsoleOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Option(names = "-o", paramLabel = "FILE", description = "Also save the plan here, for show and apply.")
    Optional<Path> file = Optional.empty();

    @Option(names = "--detailed-exitcode", description = "Exit with 2 when changes are pending.")
    boolean detailed;

    @Option(names = "--replay", paramLabel = "DIR", description = "Read a recording instead of the hosts.")
    Optional<Path> replay = Optional.empty();

    PlanVerb(RootVerb root, Console console, Map<String, String> environment) {
        this.root = root;
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(root), options);
        Connection.Choice choice = new Connection.Choice(replay, Optional.empty());
        Plan plan;
        try (Connection connection = Connection.open(workspace, root, environment, choice)) {
            plan = new Planning(workspace, console).plan(selection, consoles, connection.driver());
        }
        if (file.isPresent()) {
            Results.orElseThrow(PlanStore.write(plan, file.orElseThrow()), Exit.FAILED);
        }
        PlanShow.show(plan, output, console);
        file.ifPresent(f -> console.err().println("Saved as " + f + ". Run it with: twinpath apply " + f));
        return exit(plan);
    }

    private int exit(Plan plan) {
        Exit exit = detailed && !plan.isEmpty() ? Exit.CHANGES_PENDING : Exit.DONE;
        return Ends.withHosts(plan.hosts().values(), exit);
    }
}
