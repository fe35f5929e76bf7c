package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinpath.report.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** Whoever asks for help wants to see what to type: every verb begins with three examples, and they are understood. */
class HelpTest {

    private static CommandLine everything() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Console console =
                new Console(nowhere, nowhere, new ByteArrayInputStream(new byte[0]), false, Style.PLAIN, Style.PLAIN);
        return CompletionVerb.everything(console, Map.of()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static Stream<CommandLine> below(CommandLine line) {
        return line.getSubcommands().values().stream().flatMap(v -> Stream.concat(Stream.of(v), below(v)));
    }

    @TestFactory
    Stream<DynamicTest> examplesComeFirst() {
        return below(everything())
                .map(verb -> dynamicTest(verb.getCommandSpec().qualifiedName(), () -> {
                    List<List<String>> examples = examples(verb);
                    assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
                    for (List<String> example : examples) {
                        understood(example, verb.getCommandName());
                    }
                }));
    }

    private static List<List<String>> examples(CommandLine verb) {
        List<String> help =
                verb.getUsageMessage(CommandLine.Help.Ansi.OFF).lines().toList();
        assertThat(help.getFirst()).isEqualTo("Examples:");
        String examples = String.join("\n", help.subList(1, help.indexOf("")));
        return Arrays.stream(examples.replaceAll("\\\\\n\\s+", "").split("\n"))
                .map(line -> words(line.strip()))
                .toList();
    }

    /** As a shell splits it, up to where a redirection or a pipe begins. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.replaceFirst(" +# .*", "")
                .replace("source <(", "")
                .replace(")", "")
                .split(" +(?=(?:[^']*'[^']*')*[^']*$)")) {
            if (word.startsWith(">") || word.equals("|") || word.equals("&&")) {
                break;
            }
            words.add(word.replace("'", "").replace("\"", ""));
        }
        return words;
    }

    private static void understood(List<String> example, String verb) {
        assertThat(example.getFirst()).isEqualTo("twinpath");
        assertThat(example).containsAnyOf(verb, "--" + verb);
        everything().parseArgs(example.subList(1, example.size()).toArray(String[]::new));
    }
}
