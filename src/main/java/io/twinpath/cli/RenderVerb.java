package io.twinpath.cli;

import io.twinpath.model.Spec;
import io.twinpath.spec.Render;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the expanded spec. */
@Command(
        name = "render",
        description = "Show the spec with groups, modules and templates worked in, as YAML. Secrets stay references.",
        footer = {
            "",
            "Examples:",
            "  twinpath render",
            "  twinpath render --limit esxi3.lain.local",
            "  twinpath render --set esxi3.lain.local:vars.id=14",
        })
final class RenderVerb implements Callable<Integer> {

    private final RootVerb root;
    private final Console console;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Option(names = "--limit", paramLabel = "HOSTS", description = "Only these hosts, and the site.")
    Optional<String> limit = Optional.empty();

    RenderVerb(RootVerb root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(root), options);
        SelectionOptions selection = new SelectionOptions();
        selection.limit = limit;
        Spec chosen = SiteReading.selected(workspace, selection);
        console.out().print(Render.yaml(workspace.loaded(), chosen.hosts().keySet()));
        return Exit.DONE.code();
    }
}
