package io.twinpath.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Every verb by name. Only the one that is asked for is made and handed to Picocli, because the others would cost a start
 * more than the work of a short verb; help and mistakes get all of them.
 */
final class Verbs {

    /** The global options of {@link RootVerb} that take a value. */
    static final Set<String> WITH_VALUE = Set.of("-C", "--project", "--lab", "--color");

    private final Map<String, Supplier<Syntax>> verbs = new LinkedHashMap<>();

    Verbs(Invocation run) {
        verbs.put("demo", () -> new DemoVerb(run).syntax());
        verbs.put("init", () -> new InitVerb(run).syntax());
        verbs.put("import", () -> new ImportVerb(run).syntax());
        verbs.put("validate", () -> new ValidateVerb(run).syntax());
        verbs.put("render", () -> new RenderVerb(run).syntax());
        verbs.put("explain", () -> new ExplainVerb(run).syntax());
        verbs.put("schema", () -> new SchemaVerb(run).syntax());
        verbs.put("observe", () -> new ObserveVerb(run).syntax());
        verbs.put("plan", () -> new PlanVerb(run).syntax());
        verbs.put("drift", () -> new DriftVerb(run).syntax());
        verbs.put("diff", () -> new DiffVerb(run).syntax());
        verbs.put("risks", () -> new RisksVerb(run).syntax());
        verbs.put("whatif", () -> new WhatifVerb(run).syntax());
        verbs.put("graph", () -> new GraphVerb(run).syntax());
        verbs.put("readiness", () -> new ReadinessVerb(run).syntax());
        verbs.put("show", () -> new ShowVerb(run.console()).syntax());
        verbs.put("apply", () -> new ApplyVerb(run).syntax());
        verbs.put("evacuate", () -> new EvacuateVerb(run).syntax());
        verbs.put("trust", () -> new TrustVerb(run).syntax());
        verbs.put("lab", () -> new LabVerb(run).syntax());
        verbs.put("completion", () -> new CompletionVerb(run).syntax());
        verbs.put("manual", () -> new ManualVerb(run).syntax());
        verbs.put("names", () -> new NamesVerb(run).syntax());
        verbs.put("version", () -> new VersionVerb(run.console()).syntax());
    }

    void addTo(CommandLine line, List<String> arguments) {
        Optional<String> asked = verb(arguments).filter(verbs::containsKey);
        verbs.forEach((name, verb) -> {
            if (asked.isEmpty() || asked.orElseThrow().equals(name)) {
                line.addSubcommand(name, verb.get().spec());
            }
        });
    }

    /** The first argument that is no option and no option's value. */
    static Optional<String> verb(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-")) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }
}
