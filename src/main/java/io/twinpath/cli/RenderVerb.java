package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.spec.Render;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Writes the expanded spec. */
final class RenderVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private Optional<String> limit = Optional.empty();

    RenderVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "render",
                        this,
                        "Show the spec with groups, modules and templates worked in, as YAML. Secrets stay references.")
                .with(options::describe)
                .option(
                        "--limit",
                        "HOSTS",
                        String.class,
                        given -> limit = Optional.of(given),
                        "Only these hosts, and the site.")
                .examples(
                        "twinpath render",
                        "twinpath render --limit esxi3.lain.local",
                        "twinpath render --set esxi3.lain.local:vars.id=14");
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        SelectionOptions selection = new SelectionOptions();
        selection.limit = limit;
        Project chosen = SiteReading.selected(workspace, selection);
        run.out().print(Render.yaml(workspace.loaded(), chosen.spec().hosts().keySet()));
        return Exit.DONE.code();
    }
}
