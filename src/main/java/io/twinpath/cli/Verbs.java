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
 * Every verb by name. Only the one that is asked for is handed to Picocli, because reading a verb's annotations is most of
 * what a start costs; help and mistakes get all of them.
 */
final class Verbs {

    /** The global options of {@link RootVerb} that take a value. */
    static final Set<String> WITH_VALUE = Set.of("-C", "--project", "--lab", "--color");

    /** Those that load the spec. */
    private static final Set<String> WITH_SPEC = Set.of("validate", "render", "explain", "observe", "plan", "apply");

    private final Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();

    Verbs(RootVerb root, Console console, Map<String, String> environment) {
        verbs.put("demo", () -> new DemoVerb(root, console, environment));
        verbs.put("init", () -> new InitVerb(root, console));
        verbs.put("import", () -> new ImportVerb(root, console, environment));
        verbs.put("validate", () -> new ValidateVerb(root, console));
        verbs.put("render", () -> new RenderVerb(root, console));
        verbs.put("explain", () -> new ExplainVerb(root, console));
        verbs.put("observe", () -> new ObserveVerb(root, console, environment));
        verbs.put("plan", () -> new PlanVerb(root, console, environment));
        verbs.put("drift", () -> new DriftVerb(root, console, environment));
        verbs.put("show", () -> new ShowVerb(console));
        verbs.put("apply", () -> new ApplyVerb(root, console, environment));
        verbs.put("trust", () -> new TrustVerb(root, console, environment));
        verbs.put("lab", () -> new LabVerb(root, console, environment));
        verbs.put("version", () -> new VersionVerb(console));
    }

    void addTo(CommandLine line, List<String> arguments) {
        Optional<String> asked = verb(arguments).filter(verbs::containsKey);
        verbs.forEach((name, verb) -> {
            if (asked.isEmpty() || asked.orElseThrow().equals(name)) {
                line.addSubcommand(name, verb.get());
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
