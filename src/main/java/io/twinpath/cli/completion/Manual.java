package io.twinpath.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual: a page for the tool and one for each verb, for section 1. Pages carry no date, so that equal builds make equal
 * pages.
 *
 * @param pages by their names, such as {@code twinpath-plan}
 */
public record Manual(SortedMap<String, String> pages) {

    private static final String TOOL = "twinpath";

    public Manual {
        pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
    }

    /**
     * What the definitions of the verbs do not say.
     *
     * @param version of the tool
     * @param exits meanings by code
     * @param files what a project has, by its name in it
     * @param variables what the environment is asked for
     */
    public record Facts(
            String version,
            SortedMap<Integer, String> exits,
            SortedMap<String, String> files,
            SortedMap<String, String> variables) {
        public Facts {
            exits = Collections.unmodifiableSortedMap(new TreeMap<>(exits));
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
            variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        }
    }

    /** Of the whole command line; verbs that are not for people are left out. */
    public static Manual of(CommandLine line, Facts facts) {
        SortedMap<String, String> pages = new TreeMap<>();
        add(line, TOOL, List.of(), facts, pages);
        return new Manual(pages);
    }

    private static void add(
            CommandLine line, String name, List<String> above, Facts facts, SortedMap<String, String> into) {
        List<String> below = new ArrayList<>();
        List<String> related = new ArrayList<>(above);
        verbs(line).forEach((verb, spec) -> {
            below.add(name + "-" + verb);
            List<String> path = new ArrayList<>(above);
            path.add(name);
            add(spec, name + "-" + verb, path, facts, into);
        });
        related.addAll(below);
        into.put(name, page(line, name, related, facts));
    }

    private static Map<String, CommandLine> verbs(CommandLine line) {
        SortedMap<String, CommandLine> verbs = new TreeMap<>(line.getSubcommands());
        verbs.values().removeIf(verb -> verb.getCommandSpec().usageMessage().hidden());
        return verbs;
    }

    private static String page(CommandLine line, String name, List<String> related, Facts facts) {
        CommandSpec spec = line.getCommandSpec();
        String[] about = spec.usageMessage().description();
        Roff roff = new Roff().head(name, TOOL + " " + facts.version());
        roff.section("NAME").line(Roff.literal(name) + " \\- " + Roff.escaped(VerbTable.first(about)));
        roff.section("SYNOPSIS").line(synopsis(line, spec));
        roff.section("DESCRIPTION").text(String.join(" ", about));
        examples(roff, line);
        commands(roff, line, name);
        arguments(roff, spec);
        roff.section("EXIT STATUS");
        facts.exits().forEach((code, meaning) -> roff.entry(Roff.bold(String.valueOf(code)), meaning));
        if (name.equals(TOOL)) {
            table(roff, "FILES", "In the folder of a project:", facts.files());
            table(roff, "ENVIRONMENT", "", facts.variables());
        }
        return roff.section("SEE ALSO").references(related).toString();
    }

    private static void table(Roff roff, String title, String lead, SortedMap<String, String> entries) {
        roff.section(title);
        if (!lead.isEmpty()) {
            roff.text(lead);
        }
        entries.forEach((what, meaning) -> roff.entry(Roff.bold(what), meaning));
    }

    private static String synopsis(CommandLine line, CommandSpec spec) {
        String whole = String.join(" ", line.getHelp().synopsis(0).strip().split("\\s+"));
        String own = spec.qualifiedName();
        return Roff.bold(own) + Roff.literal(whole.startsWith(own) ? whole.substring(own.length()) : " " + whole);
    }

    /** The first section of the help of a verb has them, and nothing else keeps them. */
    private static void examples(Roff roff, CommandLine line) {
        CommandLine.IHelpSectionRenderer renderer = line.getHelpSectionMap().get("examples");
        if (renderer != null) {
            roff.section("EXAMPLES")
                    .typed(renderer.render(line.getHelp())
                            .lines()
                            .skip(1)
                            .filter(l -> !l.isBlank())
                            .map(String::strip)
                            .toList());
        }
    }

    private static void commands(Roff roff, CommandLine line, String name) {
        Map<String, CommandLine> verbs = verbs(line);
        if (!verbs.isEmpty()) {
            roff.section("COMMANDS");
            verbs.forEach((verb, below) -> roff.entry(
                    Roff.bold(name + "-" + verb) + "(1)",
                    VerbTable.first(below.getCommandSpec().usageMessage().description()) + "."));
        }
    }

    private static void arguments(Roff roff, CommandSpec spec) {
        if (!spec.positionalParameters().isEmpty()) {
            roff.section("ARGUMENTS");
            spec.positionalParameters().forEach(p -> roff.entry(Roff.italic(p.paramLabel()), text(p)));
        }
        roff.section("OPTIONS");
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                roff.entry(term(option), text(option));
            }
        }
    }

    private static String term(OptionSpec option) {
        List<String> names =
                Arrays.stream(option.names()).map(name -> Roff.bold(name)).toList();
        String value = option.arity().max() == 0 ? "" : "=" + Roff.italic(option.paramLabel());
        return String.join(", ", names) + value;
    }

    private static String text(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(word -> words.add(word));
        }
        return String.join(" ", argument.description())
                .replace("${COMPLETION-CANDIDATES}", String.join(", ", words))
                .replace("%%", "%");
    }
}
