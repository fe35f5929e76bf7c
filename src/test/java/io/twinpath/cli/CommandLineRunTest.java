package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.report.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineRunTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(new byte[0]),
                false,
                Style.PLAIN,
                Style.PLAIN);
        return new CommandLineRun(console, Map.of()).run(List.of(arguments));
    }

    @Test
    void answersOnStandardOutput() {
        assertThat(run("version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("twinpath ");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aWrongCommandLineIs64AndNamesWhatWasMeant() {
        assertThat(run("versoin")).isEqualTo(Exit.USAGE.code());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("versoin").contains("version");
        assertThat(run("version", "--wrong")).isEqualTo(Exit.USAGE.code());
        assertThat(run()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void helpIsAnAnswer() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Commands:").contains("version");
    }

    @Test
    void everyVerbExplainsItself() {
        for (String verb :
                List.of("demo", "validate", "render", "explain", "observe", "plan", "show", "apply", "trust")) {
            out.reset();
            assertThat(run(verb, "--help")).as(verb).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: twinpath " + verb);
        }
        assertThat(run("lab", "serve", "-h")).isZero();
    }

    @Test
    void anUnknownCommandIsCalledOne() {
        assertThat(run("lab", "serv")).isEqualTo(Exit.USAGE.code());
        assertThat(run("plan", "now")).isEqualTo(Exit.USAGE.code());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("\"serv\" is no command. Did you mean \"serve\"?")
                .contains("\"now\" is one argument too many.");
    }

    @Test
    void findsTheVerbAmongOptions() {
        assertThat(Verbs.verb(List.of("-C", "dir", "--color=never", "plan", "-o", "x")))
                .contains("plan");
        assertThat(Verbs.verb(List.of("--help"))).isEmpty();
    }

    @Test
    void everyGlobalOptionWithAValueIsSkippedInTheSearch() {
        List<String> names = new RootVerb()
                .syntax().spec().options().stream()
                        .filter(o -> o.arity().min() > 0)
                        .flatMap(o -> Arrays.stream(o.names()))
                        .toList();
        assertThat(Verbs.WITH_VALUE).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void colourIsWhatTheCommandLineSays() {
        String colour = "\u001b[";
        assertThat(run("explain", "nothing", "--color", "always")).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(colour);
        err.reset();
        assertThat(run("--color", "never", "explain", "nothing")).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isNotEmpty().doesNotContain(colour);
        assertThat(run("plan", "--replay", "nowhere", "--color=always")).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(colour);
    }
}
