package io.twinpath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/**
 * What a verb understands and what its help says, put together for Picocli. Values go where the verb keeps them before it is
 * called. Why there are no annotations: {@code src/docs/adr/0017-verbs-without-annotations.md}.
 */
final class Syntax {

    private static final String EXAMPLES = "examples";

    private final CommandSpec spec;

    private Syntax(String name, Object user, String... description) {
        this.spec = CommandSpec.wrapWithoutInspection(user).name(name);
        spec.usageMessage().description(description);
    }

    /** A verb, which explains itself. */
    static Syntax verb(String name, Callable<Integer> verb, String... description) {
        return new Syntax(name, verb, description).help("Show this help and exit.");
    }

    /** What stands before every verb and does nothing by itself. */
    static Syntax tool(String name, Object tool, String... description) {
        Syntax syntax = new Syntax(name, tool, description).help("Show this help message and exit.");
        syntax.spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        return syntax;
    }

    /** For what is said here in no other way. */
    CommandSpec spec() {
        return spec;
    }

    private Syntax help(String description) {
        return add(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description(description));
    }

    Syntax version(Version version, String description) {
        spec.versionProvider(version);
        return add(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(boolean.class)
                .description(description));
    }

    /** What stands above everything else: at least three, as a person would type them. */
    Syntax examples(String... lines) {
        StringBuilder text = new StringBuilder("Examples:\n");
        for (String line : lines) {
            text.append("  ").append(line).append('\n');
        }
        // A section of its own, because lines of all others are wrapped, and a wrapped command cannot be copied.
        List<String> sections = new ArrayList<>(spec.usageMessage().sectionKeys());
        sections.addFirst(EXAMPLES);
        spec.usageMessage().sectionKeys(sections);
        spec.usageMessage().sectionMap().put(EXAMPLES, help -> text + "\n");
        return this;
    }

    /** Not shown among the verbs. */
    Syntax hidden() {
        spec.usageMessage().hidden(true);
        return this;
    }

    /** What stands under everything else. */
    Syntax footer(String title, String... lines) {
        List<String> footer = new ArrayList<>(List.of("", title));
        for (String line : lines) {
            footer.add("  " + line);
        }
        spec.usageMessage().footer(footer.toArray(String[]::new));
        return this;
    }

    /** Options that several verbs have. */
    @SafeVarargs
    final Syntax with(Consumer<Syntax>... parts) {
        for (Consumer<Syntax> part : parts) {
            part.accept(this);
        }
        return this;
    }

    Syntax verbs(Syntax... below) {
        for (Syntax verb : below) {
            spec.addSubcommand(verb.spec.name(), verb.spec);
        }
        return this;
    }

    /** An option that is there or not. */
    Syntax flag(String name, Consumer<Boolean> to, String... description) {
        return add(option(boolean.class, new Place<>(to), name).description(description));
    }

    /** An option of a type that Picocli makes of a text. */
    <T> Syntax option(String name, String label, Class<T> type, Consumer<T> to, String... description) {
        return add(option(type, new Place<>(to), name).paramLabel(label).description(description));
    }

    /** An option that has to be there. */
    <T> Syntax required(String name, String label, Class<T> type, Consumer<T> to, String... description) {
        return add(option(type, new Place<>(to), name)
                .required(true)
                .paramLabel(label)
                .description(description));
    }

    /** An option that may stand before the verb and behind it. */
    <T> Syntax everywhere(List<String> names, String label, Class<T> type, Consumer<T> to, String... description) {
        return add(option(type, new Place<>(to), names.toArray(String[]::new))
                .scopeType(ScopeType.INHERIT)
                .paramLabel(label)
                .description(description));
    }

    /** An option that may be given more than once. */
    Syntax repeatable(String name, String label, Consumer<List<String>> to, String... description) {
        return add(option(List.class, new Place<>(to), name)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description));
    }

    /** An argument by its place, behind those that were told before. */
    <T> Syntax parameter(String label, Class<T> type, Consumer<T> to, String... description) {
        return add(parameter(type, new Place<>(to))
                .required(true)
                .arity("1")
                .paramLabel(label)
                .description(description));
    }

    /** One that may be left out. */
    <T> Syntax optional(String label, Class<T> type, Consumer<T> to, String... description) {
        return add(
                parameter(type, new Place<>(to)).arity("0..1").paramLabel(label).description(description));
    }

    /** Any number of arguments. */
    Syntax parameters(String label, Consumer<List<String>> to, String... description) {
        return add(parameter(List.class, new Place<>(to))
                .auxiliaryTypes(String.class)
                .index("0..*")
                .arity("0..*")
                .paramLabel(label)
                .description(description));
    }

    private static OptionSpec.Builder option(Class<?> type, Place<?> place, String... names) {
        return OptionSpec.builder(names).type(type).getter(place).setter(place);
    }

    private PositionalParamSpec.Builder parameter(Class<?> type, Place<?> place) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(spec.positionalParameters().size()))
                .type(type)
                .getter(place)
                .setter(place);
    }

    private Syntax add(OptionSpec.Builder option) {
        spec.addOption(option.build());
        return this;
    }

    private Syntax add(PositionalParamSpec.Builder parameter) {
        spec.addPositional(parameter.build());
        return this;
    }

    /** Where a value goes. Picocli asks for a list back to add to it. */
    private static final class Place<T> implements IGetter, ISetter {

        private final Consumer<T> to;
        private @Nullable T value;

        Place(Consumer<T> to) {
            this.to = to;
        }

        @Override
        // Picocli's signature; whoever asks was told the type with the place.
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <V> @Nullable V get() {
            return (V) value;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> @Nullable V set(@Nullable V given) {
            V before = get();
            value = (T) given;
            if (value != null) {
                to.accept(value);
            }
            return before;
        }
    }
}
