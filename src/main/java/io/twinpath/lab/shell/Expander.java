package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Turns words into the text that commands get: parameters, substitutions, splitting and file names. */
final class Expander {

    private final Interpreter shell;
    private final Env env;
    private final Budget budget;

    Expander(Interpreter shell, Env env, Budget budget) {
        this.shell = shell;
        this.env = env;
        this.budget = budget;
    }

    /** The arguments that words become. */
    List<String> arguments(List<Word> words, Streams streams) {
        List<String> arguments = new ArrayList<>();
        long size = 0;
        for (Word word : words) {
            Fields fields = new Fields(env.value("IFS").orElse(" \t\n"));
            expand(word, fields, Use.FIELDS, streams);
            for (Fields.Field field : fields.all()) {
                List<String> found = fileNames(field);
                size += found.stream().mapToLong(String::length).sum() + found.size();
                budget.size(size);
                arguments.addAll(found);
            }
        }
        return arguments;
    }

    /** The one text that a word becomes where nothing is split: in assignments, targets and {@code case}. */
    String text(Word word, Streams streams) {
        return field(word, streams).text();
    }

    Glob pattern(Word word, Streams streams) {
        return field(word, streams).glob();
    }

    private Fields.Field field(Word word, Streams streams) {
        Fields fields = new Fields("");
        expand(word, fields, Use.TEXT, streams);
        List<Fields.Field> all = fields.all();
        return all.isEmpty() ? new Fields.Field("", new BitSet()) : all.getFirst();
    }

    private List<String> fileNames(Fields.Field field) {
        if (!field.isSpecial() || env.options.contains('f')) {
            return List.of(field.text());
        }
        List<String> found = new FileNames(shell.machine().files(), env).matching(field);
        return found.isEmpty() ? List.of(field.text()) : found;
    }

    private void expand(Word word, Fields fields, Use use, Streams streams) {
        for (Word.Part part : word.parts()) {
            switch (part) {
                case Word.Literal literal -> literal(literal.text(), fields, use);
                case Word.Quoted quoted -> fields.quoted(quoted.text());
                case Word.Parameter parameter -> parameter(parameter, fields, use, streams);
                case Word.Substitution substitution ->
                    add(shell.capture(substitution.body(), streams), substitution.quoted(), fields, use);
                case Word.Arithmetic arithmetic ->
                    add(calculate(arithmetic, streams), arithmetic.quoted(), fields, use);
            }
        }
    }

    private String calculate(Word.Arithmetic arithmetic, Streams streams) {
        return Long.toString(Calculation.of(text(arithmetic.expression(), streams), env));
    }

    private static void literal(String text, Fields fields, Use use) {
        if (use == Use.ARGUMENT) {
            fields.split(text);
        } else {
            fields.literal(text);
        }
    }

    private void add(String value, boolean quoted, Fields fields, Use use) {
        budget.size(value.length());
        if (quoted) {
            fields.quoted(value);
        } else if (use == Use.TEXT) {
            fields.literal(value);
        } else {
            fields.split(value);
        }
    }

    private void parameter(Word.Parameter parameter, Fields fields, Use use, Streams streams) {
        boolean all = parameter.name().equals("@") || parameter.name().equals("*");
        if (all && parameter.operation() == Word.Operation.VALUE && use != Use.TEXT) {
            positional(parameter, fields, use);
            return;
        }
        Optional<String> value = value(parameter.name());
        switch (parameter.operation()) {
            case VALUE -> add(defined(value, parameter), parameter.quoted(), fields, use);
            case LENGTH -> add(Integer.toString(defined(value, parameter).length()), parameter.quoted(), fields, use);
            case DEFAULT, DEFAULT_OR_EMPTY, ASSIGN, ASSIGN_OR_EMPTY, REQUIRE, REQUIRE_NOT_EMPTY -> {
                Optional<String> usable = value.filter(
                        v -> !v.isEmpty() || !parameter.operation().sign.startsWith(":"));
                if (usable.isPresent()) {
                    add(usable.get(), parameter.quoted(), fields, use);
                } else {
                    missing(parameter, fields, use, streams);
                }
            }
            case ALTERNATE, ALTERNATE_NOT_EMPTY -> {
                boolean colon = parameter.operation() == Word.Operation.ALTERNATE_NOT_EMPTY;
                if (value.filter(v -> !v.isEmpty() || !colon).isPresent()) {
                    argument(parameter, fields, use, streams);
                }
            }
            case CUT_SHORT_SUFFIX, CUT_LONG_SUFFIX, CUT_SHORT_PREFIX, CUT_LONG_PREFIX -> {
                Glob pattern = pattern(parameter.argument(), streams);
                add(cut(value.orElse(""), pattern, parameter.operation()), parameter.quoted(), fields, use);
            }
        }
    }

    private String defined(Optional<String> value, Word.Parameter parameter) {
        if (value.isEmpty() && env.options.contains('u')) {
            throw new ShellError(parameter.name() + ": parameter not set", 2);
        }
        return value.orElse("");
    }

    private void missing(Word.Parameter parameter, Fields fields, Use use, Streams streams) {
        switch (parameter.operation()) {
            case ASSIGN, ASSIGN_OR_EMPTY -> {
                if (!Lexer.isName(parameter.name())) {
                    throw new ShellError(parameter.name() + ": bad variable name", 2);
                }
                String value = text(parameter.argument(), streams);
                env.assign(parameter.name(), value);
                add(value, parameter.quoted(), fields, use);
            }
            case REQUIRE, REQUIRE_NOT_EMPTY -> {
                String said = text(parameter.argument(), streams);
                throw new ShellError(
                        parameter.name() + ": " + (said.isEmpty() ? "parameter not set or null" : said), 2);
            }
            default -> argument(parameter, fields, use, streams);
        }
    }

    private void argument(Word.Parameter parameter, Fields fields, Use use, Streams streams) {
        if (parameter.quoted()) {
            fields.quoted("");
        }
        expand(parameter.argument(), fields, use == Use.TEXT ? use : Use.ARGUMENT, streams);
    }

    private void positional(Word.Parameter parameter, Fields fields, Use use) {
        if (parameter.quoted() && parameter.name().equals("*")) {
            fields.quoted(joined());
            return;
        }
        boolean first = true;
        for (String value : env.parameters) {
            if (!first) {
                fields.next();
            }
            first = false;
            add(value, parameter.quoted(), fields, use);
        }
    }

    private String joined() {
        String separators = env.value("IFS").orElse(" \t\n");
        return String.join(separators.isEmpty() ? "" : separators.substring(0, 1), env.parameters);
    }

    private Optional<String> value(String name) {
        return switch (name) {
            case "?" -> Optional.of(Integer.toString(env.status));
            case "#" -> Optional.of(Integer.toString(env.parameters.size()));
            case "$" -> Optional.of(Integer.toString(env.pid));
            case "!" -> env.lastJob.map(pid -> Integer.toString(pid));
            case "-" -> Optional.of(flags());
            case "@", "*" -> env.parameters.isEmpty() ? Optional.empty() : Optional.of(joined());
            case "0" -> Optional.of(env.name);
            default -> Lexer.isDigit(name.charAt(0)) ? numbered(name) : env.value(name);
        };
    }

    private String flags() {
        StringBuilder flags = new StringBuilder();
        env.options.forEach(flags::append);
        return flags.toString();
    }

    private Optional<String> numbered(String name) {
        if (name.length() > 6) {
            return Optional.empty();
        }
        int number = Integer.parseInt(name);
        return number == 0
                ? Optional.of(env.name)
                : number <= env.parameters.size() ? Optional.of(env.parameters.get(number - 1)) : Optional.empty();
    }

    private String cut(String value, Glob pattern, Word.Operation operation) {
        boolean suffix = operation == Word.Operation.CUT_SHORT_SUFFIX || operation == Word.Operation.CUT_LONG_SUFFIX;
        boolean shortest = operation == Word.Operation.CUT_SHORT_SUFFIX || operation == Word.Operation.CUT_SHORT_PREFIX;
        for (int i = 0; i <= value.length(); i++) {
            budget.check();
            int length = shortest ? i : value.length() - i;
            int edge = suffix ? value.length() - length : length;
            if (pattern.matches(suffix ? value.substring(edge) : value.substring(0, edge))) {
                return suffix ? value.substring(0, edge) : value.substring(edge);
            }
        }
        return value;
    }

    /** What an expansion is for. */
    private enum Use {
        /** Arguments: values are split, the author's own text is not. */
        FIELDS,
        /** The word behind {@code ${x:-}} among arguments: all of it is split. */
        ARGUMENT,
        /** One text: nothing is split. */
        TEXT
    }
}
