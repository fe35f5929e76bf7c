package io.twinpath.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The verbs as a table: what can follow each.
 *
 * @param rows the tool itself first
 */
public record VerbTable(List<Row> rows) {

    public VerbTable {
        rows = List.copyOf(rows);
    }

    /**
     * A verb.
     *
     * @param path the verbs that lead to it with blanks between; empty for the tool
     * @param about one line
     * @param verbs below it
     */
    record Row(String path, String about, List<Word> verbs, List<Option> options, Takes argument) {}

    /** A word and what it does. */
    record Word(String name, String about) {}

    /**
     * An option by all its names.
     *
     * @param takes empty when it takes no value
     */
    record Option(List<String> names, String about, Optional<Takes> takes) {}

    /** Of the whole command line; verbs that are not for people are left out. */
    public static VerbTable of(CommandLine line) {
        List<Row> rows = new ArrayList<>();
        add(line, "", rows);
        return new VerbTable(rows);
    }

    private static void add(CommandLine line, String path, List<Row> into) {
        CommandSpec spec = line.getCommandSpec();
        Map<String, CommandLine> below = new LinkedHashMap<>(line.getSubcommands());
        below.values().removeIf(verb -> verb.getCommandSpec().usageMessage().hidden());
        List<Word> verbs = new ArrayList<>();
        below.forEach((name, verb) -> verbs.add(
                new Word(name, first(verb.getCommandSpec().usageMessage().description()))));
        Takes argument = spec.positionalParameters().isEmpty()
                ? Takes.NOTHING
                : Takes.of(spec.positionalParameters().getFirst());
        into.add(new Row(
                path,
                first(spec.usageMessage().description()),
                verbs,
                spec.options().stream()
                        .filter(o -> !o.hidden())
                        .map(VerbTable::option)
                        .toList(),
                argument));
        below.forEach((name, verb) -> add(verb, path.isEmpty() ? name : path + " " + name, into));
    }

    private static Option option(OptionSpec option) {
        boolean flag = option.arity().max() == 0;
        return new Option(
                Arrays.asList(option.names()),
                first(option.description()),
                flag ? Optional.empty() : Optional.of(Takes.of(option)));
    }

    /** Up to the first full stop. */
    static String first(String[] lines) {
        String line = String.join(" ", lines);
        int stop = line.indexOf(". ");
        String sentence = stop < 0 ? line : line.substring(0, stop);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
