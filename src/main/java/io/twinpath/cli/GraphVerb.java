package io.twinpath.cli;

import io.twinpath.Outlook;
import io.twinpath.diag.Diagnostic;
import io.twinpath.graph.Graph;
import io.twinpath.observe.Progress;
import io.twinpath.report.picture.DotText;
import io.twinpath.report.picture.Figure;
import io.twinpath.report.picture.HtmlPage;
import io.twinpath.report.picture.HtmlText;
import io.twinpath.report.picture.MermaidText;
import io.twinpath.report.picture.SvgText;
import io.twinpath.rig.Effects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Draws who depends on whom, and what a failure takes down. */
final class GraphVerb implements Callable<Integer> {

    /** Forms of a picture. */
    enum Form {
        html(".html"),
        svg(".svg"),
        mermaid(".mmd"),
        dot(".dot");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /** By the name of a file. */
        static Optional<Form> of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            for (Form form : values()) {
                if (name.endsWith(form.ending)) {
                    return Optional.of(form);
                }
            }
            return name.endsWith(".gv") ? Optional.of(dot) : Optional.empty();
        }
    }

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SceneOption scene = new SceneOption();

    private Optional<Form> form = Optional.empty();

    private List<String> failing = new ArrayList<>();

    private Optional<Path> file = Optional.empty();

    GraphVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "graph",
                        this,
                        "Draw who depends on whom, from cards to machines, and what a failure takes down. Changes nothing.")
                .with(options::describe, scene::describe)
                .repeatable(
                        "--fail",
                        "COMPONENT",
                        given -> failing = given,
                        "Draw what happens when this part fails, named as for whatif. Repeatable: they fail together.")
                .option(
                        "--output",
                        "FORM",
                        Form.class,
                        given -> form = Optional.of(given),
                        "${COMPLETION-CANDIDATES}. Default: what the name of -o says, else html.")
                .option("-o", "FILE", Path.class, given -> file = Optional.of(given), "Write it here.")
                .examples(
                        "twinpath graph -o site.html",
                        "twinpath graph --fail card:esxi3.lain.local/storage_b -o outage.html",
                        "twinpath graph --for plan -o plan.html    # before and after, side by side",
                        "twinpath graph --for spec --output mermaid");
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        SceneOption.Seen seen = scene.see(workspace, run, Progress.silent());
        Graph graph = graph(seen.outlook());
        write(text(workspace, title(graph, seen.name()), figures(seen, graph)));
        return Ends.withHosts(seen.hosts(), Exit.DONE);
    }

    private static String title(Graph graph, String when) {
        return graph.failed().isEmpty()
                ? "The site " + when
                : "When " + String.join(" and ", graph.failed())
                        + (graph.failed().size() == 1 ? " fails, " : " fail, ") + when;
    }

    /** What a plan leads to is shown beside what there is. */
    private List<Figure> figures(SceneOption.Seen seen, Graph graph) throws CliException {
        String title = title(graph, seen.name());
        boolean compared = scene.state == SceneOption.State.plan || scene.state == SceneOption.State.wanted;
        return compared && seen.look().isPresent()
                ? Figure.of("Now", graph(seen.look().orElseThrow().now()), capital(seen.name()), graph)
                : Figure.of(title, graph);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A part that only the later state has cannot fail in the earlier one, and the other way around. */
    private Graph graph(Outlook state) throws CliException {
        Effects effects = Results.orElseThrow(state.whatif(failing), Exit.USAGE);
        return Figures.graph(state.scene(), effects);
    }

    private String text(Workspace workspace, String title, List<Figure> figures) {
        String project = workspace.spec().project().name();
        return switch (form.or(() -> file.flatMap(Form::of)).orElse(Form.html)) {
            case html -> HtmlText.text(HtmlPage.of("graph", project, title, figures));
            case svg -> SvgText.text(title, figures);
            case mermaid -> MermaidText.text(figures.getLast());
            case dot -> DotText.text(figures.getLast());
        };
    }

    private void write(String text) throws CliException {
        if (file.isEmpty()) {
            run.out().print(text);
            return;
        }
        Path to = file.orElseThrow();
        try {
            if (Files.isDirectory(to)) {
                throw new CliException(Exit.FAILED, problem(to, "it is a folder"));
            }
            WholeFile.replace(to, text);
        } catch (IOException e) {
            throw new CliException(Exit.FAILED, problem(to, WholeFile.why(e)));
        }
    }

    private static Diagnostic problem(Path file, String why) {
        return Diagnostic.error("CLI0053", "Picture not written", "\"" + file + "\" cannot be written: " + why + ".")
                .hint("Name a file in a folder that you may write to.");
    }
}
