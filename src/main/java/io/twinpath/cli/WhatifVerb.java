package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.graph.Graph;
import io.twinpath.report.EffectsJson;
import io.twinpath.report.EffectsReport;
import io.twinpath.report.EffectsView;
import io.twinpath.report.picture.Figure;
import io.twinpath.rig.Effects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Says what the failure of parts would do. */
final class WhatifVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SceneOption scene = new SceneOption();

    private final OutputOption output = new OutputOption();

    private final ReportOption reports;

    private List<String> components = new ArrayList<>();

    private boolean both;

    WhatifVerb(Invocation run) {
        this.run = run;
        this.reports = new ReportOption(run);
    }

    Syntax syntax() {
        return Syntax.verb(
                        "whatif", this, "Show what happens when a part fails; several fail together. Changes nothing.")
                .with(options::describe, scene::describe, output::describe, reports::describe)
                .parameters(
                        "COMPONENT",
                        given -> components = given,
                        "card:HOST/CARD, nic:HOST/vmnicN, switch:NAME, port:SWITCH/PORT, portal:IP, controller:ARRAY/NAME,",
                        "array:NAME, lun:DEVICE, disk:HOST/DEVICE, host:NAME or domain:NAME.")
                .flag(
                        "--both",
                        given -> both = given,
                        "As it is now, and as it will be when the spec is reached, one under the other.")
                .examples(
                        "twinpath whatif card:esxi3.lain.local/5",
                        "twinpath whatif switch:sw1 --both",
                        "twinpath whatif host:esxi1.lain.local portal:10.20.0.11 --for spec --output json");
    }

    @Override
    public Integer call() throws CliException {
        return reports.during("whatif", output.json(), this::whatif);
    }

    private int whatif(Console people) throws CliException {
        if (components.isEmpty()) {
            throw new CliException(
                    Exit.USAGE,
                    Diagnostic.error("CLI0046", "Nothing to fail", "Which part is to fail was not said.")
                            .hint("Such as: twinpath whatif switch:sw1"));
        }
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        List<SceneOption.Seen> states = both
                ? scene.both(workspace, run, reports.progress())
                : List.of(scene.see(workspace, run, reports.progress()));
        Map<String, Effects> answers = new LinkedHashMap<>();
        for (SceneOption.Seen state : states) {
            answers.put(state.name(), Results.orElseThrow(state.outlook().whatif(components), Exit.USAGE));
        }
        reports.draw(workspace.spec().project().name(), () -> figures(states, answers));
        EffectsView view = new EffectsView(people.outStyle());
        people.out()
                .print(
                        output.json()
                                ? EffectsJson.text(answers)
                                : answers.entrySet().stream()
                                        .map(answer -> view.text(answer.getValue(), answer.getKey()))
                                        .collect(Collectors.joining()));
        reports.write(() -> EffectsReport.of(answers));
        return Ends.withHosts(states.getFirst().hosts(), Exit.DONE);
    }

    private static List<Figure> figures(List<SceneOption.Seen> states, Map<String, Effects> answers) {
        List<Graph> graphs = states.stream()
                .map(state -> Figures.graph(state.scene(), Objects.requireNonNull(answers.get(state.name()))))
                .toList();
        String first = "The failure " + states.getFirst().name();
        return graphs.size() == 1
                ? Figure.of(first, graphs.getFirst())
                : Figure.of(
                        first,
                        graphs.getFirst(),
                        "The failure " + states.getLast().name(),
                        graphs.getLast());
    }
}
