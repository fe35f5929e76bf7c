package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Json;
import io.twinpath.report.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Checks the spec, offline. */
final class ValidateVerb implements Callable<Integer> {

    private final RootVerb root;
    private final Console console;

    private final ProjectOptions options = new ProjectOptions();

    private final OutputOption output = new OutputOption();

    ValidateVerb(RootVerb root, Console console) {
        this.root = root;
        this.console = console;
    }

    Syntax syntax() {
        return Syntax.verb("validate", this, "Check the spec, offline: all mistakes at once, each with its place.")
                .with(options::describe, output::describe)
                .examples(
                        "twinpath validate",
                        "twinpath -C site validate --output json",
                        "twinpath validate --set esxi3.lain.local:vars.id=14");
    }

    @Override
    public Integer call() throws CliException {
        ProjectFolder folder = ProjectFolder.find(root);
        try {
            Workspace workspace = Workspace.load(folder, options);
            report(
                    workspace.warnings(),
                    workspace.sources(),
                    "The spec is valid: "
                            + workspace.spec().resources().size() + " resources on "
                            + workspace.spec().hosts().size() + " hosts.");
            return Exit.DONE.code();
        } catch (CliException e) {
            if (e.exit() != Exit.INVALID_SPEC) {
                throw e;
            }
            report(
                    e.diagnostics(),
                    e.sources(),
                    "The spec is not valid: " + DiagnosticText.count(e.diagnostics()) + ".");
            return Exit.INVALID_SPEC.code();
        }
    }

    private void report(List<Diagnostic> found, Map<String, String> texts, String verdict) {
        if (output.json()) {
            console.out().print(Json.document(json -> {
                json.writeBooleanField("valid", found.stream().noneMatch(Diagnostic::isError));
                Json.diagnostics(json, found);
            }));
            return;
        }
        Sources sources = name -> Optional.ofNullable(texts.get(name));
        console.out().print(new DiagnosticText(sources, console.outStyle()).all(found));
        console.out().println(verdict);
    }
}
