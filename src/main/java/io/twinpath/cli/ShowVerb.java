package io.twinpath.cli;

import io.twinpath.execute.PlanStore;
import io.twinpath.plan.Plan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a saved plan. */
@Command(
        name = "show",
        description = "Show a saved plan.",
        footer = {
            "",
            "Examples:",
            "  twinpath show plans/repair.json",
            "  twinpath show plans/repair.json --output json"
        })
final class ShowVerb implements Callable<Integer> {

    private final Console console;

    @Mixin
    OutputOption output = new OutputOption();

    @Parameters(paramLabel = "FILE", description = "What plan -o wrote.")
    Path file = Path.of("");

    ShowVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CliException {
        Plan plan = Results.orElseThrow(PlanStore.read(file), Exit.INVALID_SPEC);
        PlanShow.show(plan, output, console);
        return Exit.DONE.code();
    }
}
