package io.twinpath.cli;

import io.twinpath.execute.PlanStore;
import io.twinpath.plan.Plan;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Shows a saved plan. */
final class ShowVerb implements Callable<Integer> {

    private final Console console;

    private final OutputOption output = new OutputOption();

    private Path file = Path.of("");

    ShowVerb(Console console) {
        this.console = console;
    }

    Syntax syntax() {
        return Syntax.verb("show", this, "Show a saved plan.")
                .with(output::describe)
                .parameter("FILE", Path.class, given -> file = given, "What plan -o wrote.")
                .examples(
                        "twinpath show plans/repair.json",
                        "twinpath show plans/repair.json --output json",
                        "twinpath show --color always plans/repair.json");
    }

    @Override
    public Integer call() throws CliException {
        Plan plan = Results.orElseThrow(PlanStore.read(file), Exit.INVALID_SPEC);
        PlanShow.show(plan, output, console);
        return Exit.DONE.code();
    }
}
