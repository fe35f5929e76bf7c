package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.observe.Progress;
import io.twinpath.report.EffectsJson;
import io.twinpath.report.EffectsView;
import io.twinpath.rig.Effects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Says what the failure of parts would do. */
final class WhatifVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SceneOption scene = new SceneOption();

    private final OutputOption output = new OutputOption();

    private List<String> components = new ArrayList<>();

    private boolean both;

    WhatifVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "whatif", this, "Show what happens when a part fails; several fail together. Changes nothing.")
                .with(options::describe, scene::describe, output::describe)
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
        if (components.isEmpty()) {
            throw new CliException(
                    Exit.USAGE,
                    Diagnostic.error("CLI0046", "Nothing to fail", "Which part is to fail was not said.")
                            .hint("Such as: twinpath whatif switch:sw1"));
        }
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        List<SceneOption.Seen> states = both
                ? scene.both(workspace, run, Progress.silent())
                : List.of(scene.see(workspace, run, Progress.silent()));
        Map<String, Effects> answers = new LinkedHashMap<>();
        for (SceneOption.Seen state : states) {
            answers.put(state.name(), Results.orElseThrow(state.outlook().whatif(components), Exit.USAGE));
        }
        if (output.json()) {
            run.out().print(EffectsJson.text(answers));
        } else {
            EffectsView view = new EffectsView(run.style());
            answers.forEach((when, effects) -> run.out().print(view.text(effects, when)));
        }
        return Ends.withHosts(states.getFirst().hosts(), Exit.DONE);
    }
}
