package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Sources;
import io.twinpath.report.SpecReport;
import io.twinpath.report.picture.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Checks the spec, offline. */
final class ValidateVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final OutputOption output = new OutputOption();

    private final ReportOption reports;

    ValidateVerb(Invocation run) {
        this.reports = new ReportOption(run);
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb("validate", this, "Check the spec, offline: all mistakes at once, each with its place.")
                .with(options::describe, output::describe, reports::describe)
                .examples(
                        "twinpath validate",
                        "twinpath -C site validate --output json",
                        "twinpath validate --report github=- --report junit=spec.xml");
    }

    @Override
    public Integer call() throws CliException {
        return reports.during("validate", output.json(), this::validate);
    }

    private int validate(Console people) throws CliException {
        ProjectFolder folder = ProjectFolder.find(run);
        try {
            Workspace workspace = Workspace.load(folder, options);
            draw(workspace);
            tell(
                    people,
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
            tell(
                    people,
                    e.diagnostics(),
                    e.sources(),
                    "The spec is not valid: " + DiagnosticText.count(e.diagnostics()) + ".");
            return Exit.INVALID_SPEC.code();
        }
    }

    private void draw(Workspace workspace) {
        reports.draw(
                workspace.spec().project().name(),
                () -> Figure.of(
                        "The site by the spec alone",
                        Figures.graph(Figures.declared(
                                workspace.spec(), workspace.project().loaded().catalogue()))));
    }

    private void tell(Console people, List<Diagnostic> found, Map<String, String> texts, String verdict)
            throws CliException {
        if (output.json()) {
            people.out().print(SpecReport.json(found));
        } else {
            Sources sources = name -> Optional.ofNullable(texts.get(name));
            people.out().print(new DiagnosticText(sources, people.outStyle()).all(found));
            people.out().println(verdict);
        }
        reports.write(() -> SpecReport.of(found, verdict, texts.keySet()));
    }
}
