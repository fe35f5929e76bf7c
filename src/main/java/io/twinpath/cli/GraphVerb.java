package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.graph.Graph;
import io.twinpath.observe.Progress;
import io.twinpath.report.picture.DotText;
import io.twinpath.report.picture.Figure;
import io.twinpath.report.picture.MermaidText;
import io.twinpath.report.picture.SvgText;
import io.twinpath.rig.Components;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Draws who depends on whom, and what a failure takes down. */
final class GraphVerb implements Callable<Integer> {

    /** Forms of a picture. */
    enum Form {
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
                        "${COMPLETION-CANDIDATES}. Default: what the name of -o says, else svg.")
                .option("-o", "FILE", Path.class, given -> file = Optional.of(given), "Write it here.")
                .examples(
                        "twinpath graph -o rig.svg",
                        "twinpath graph --fail card:esxi3.lain.local/storage_b -o rig.svg",
                        "twinpath graph --for spec --output mermaid");
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        SceneOption.Seen seen = scene.see(workspace, run, Progress.silent());
        write(text(figures(seen)));
        return Ends.withHosts(seen.hosts(), Exit.DONE);
    }

    private List<Figure> figures(SceneOption.Seen seen) throws CliException {
        Graph graph = graph(seen.scene());
        String title = "The site " + seen.name();
        return Figure.of(
                graph.failed().isEmpty()
                        ? title
                        : title + ", when " + String.join(" and ", graph.failed())
                                + (graph.failed().size() == 1 ? " fails" : " fail"),
                graph);
    }

    private Graph graph(Scene state) throws CliException {
        SortedSet<Component> failed = new TreeSet<>();
        Components known = Components.of(state.rig());
        for (String text : failing) {
            failed.add(Results.orElseThrow(known.parse(text), Exit.USAGE));
        }
        return Graph.of(
                state.rig(), state.failures().baseline(), state.failures().effects(failed));
    }

    private String text(List<Figure> figures) {
        return switch (form.or(() -> file.flatMap(Form::of)).orElse(Form.svg)) {
            case svg -> SvgText.text("Twinpath", figures);
            case mermaid -> figures.stream().map(MermaidText::text).collect(Collectors.joining("\n"));
            case dot -> figures.stream().map(DotText::text).collect(Collectors.joining("\n"));
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
