package io.twinpath.cli;

import io.twinpath.spec.SpecLoader;
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

    /** Those that load the spec. */
    private static final Set<String> WITH_SPEC = Set.of(
            "validate",
            "render",
            "explain",
            "observe",
            "plan",
            "drift",
            "risks",
            "whatif",
            "readiness",
            "apply",
            "evacuate",
            "diff");

    private final Map<String, Supplier<Syntax>> verbs = new LinkedHashMap<>();

    Verbs(RootVerb root, Console console, Map<String, String> environment) {
        verbs.put("demo", () -> new DemoVerb(root, console, environment).syntax());
        verbs.put("init", () -> new InitVerb(root, console).syntax());
        verbs.put("import", () -> new ImportVerb(root, console, environment).syntax());
        verbs.put("validate", () -> new ValidateVerb(root, console).syntax());
        verbs.put("render", () -> new RenderVerb(root, console).syntax());
        verbs.put("explain", () -> new ExplainVerb(root, console).syntax());
        verbs.put("schema", () -> new SchemaVerb(root, console).syntax());
        verbs.put("observe", () -> new ObserveVerb(root, console, environment).syntax());
        verbs.put("plan", () -> new PlanVerb(root, console, environment).syntax());
        verbs.put("drift", () -> new DriftVerb(root, console, environment).syntax());
        verbs.put("diff", () -> new DiffVerb(root, console).syntax());
        verbs.put("risks", () -> new RisksVerb(root, console, environment).syntax());
        verbs.put("whatif", () -> new WhatifVerb(root, console, environment).syntax());
        verbs.put("readiness", () -> new ReadinessVerb(root, console, environment).syntax());
        verbs.put("show", () -> new ShowVerb(console).syntax());
        verbs.put("apply", () -> new ApplyVerb(root, console, environment).syntax());
        verbs.put("evacuate", () -> new EvacuateVerb(root, console, environment).syntax());
        verbs.put("trust", () -> new TrustVerb(root, console, environment).syntax());
        verbs.put("lab", () -> new LabVerb(root, console, environment).syntax());
        verbs.put("completion", () -> new CompletionVerb(console, environment).syntax());
        verbs.put("names", () -> new NamesVerb(root, console).syntax());
        verbs.put("version", () -> new VersionVerb(console).syntax());
    }

    void addTo(CommandLine line, List<String> arguments) {
        Optional<String> asked = verb(arguments).filter(verbs::containsKey);
        verbs.forEach((name, verb) -> {
            if (asked.isEmpty() || asked.orElseThrow().equals(name)) {
                line.addSubcommand(name, verb.get().spec());
            }
        });
    }

    /** Begins what a verb that loads the spec will need, for reading the command line takes about as long. */
    static void prepare(List<String> arguments) {
        if (verb(arguments).filter(WITH_SPEC::contains).isPresent()) {
            SpecLoader.prepare();
        }
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
