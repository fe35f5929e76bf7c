package io.twinpath.lab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the script is, a run ends with an exit code. */
class ShellFuzzTest {

    private static final Limits SMALL = new Limits(300, 1 << 16, 60, Duration.ofSeconds(5));

    private static final List<String> PIECES = List.of(
            "echo",
            " ",
            " ",
            ";",
            "\n",
            "\n",
            "&&",
            "||",
            "|",
            "(",
            ")",
            "{ ",
            " }",
            "if ",
            "then ",
            "else ",
            "elif ",
            "fi",
            "while ",
            "until ",
            "do ",
            "done",
            "for x in ",
            "case ",
            " in ",
            "esac",
            ";;",
            "$x",
            "${",
            "}",
            "${x:-",
            "$(",
            "$((",
            "))",
            "`",
            "'",
            "\"",
            "\\",
            "<",
            ">",
            ">>",
            "2>&1",
            "<<E\n",
            "\nE\n",
            "x=",
            "*",
            "[",
            "]",
            "!",
            "#",
            "$@",
            "1",
            "0",
            "+",
            "f() ",
            "f",
            "grep -E ",
            "printf ",
            "%s",
            "%5",
            "%.",
            "read x",
            "test ",
            "set -e",
            "trap ",
            "exit",
            "break",
            "continue",
            "return",
            "eval ",
            "cat",
            "sort -k",
            "cut -f",
            "tr ",
            "a-z",
            "head -n ",
            "& ",
            "\0",
            "\u00ff",
            "xargs ",
            "sh -c ",
            "mv ",
            "rm -r ",
            "/tmp",
            "mkdir -p ",
            "local ",
            "shift ",
            "kill ",
            "wait ");

    @Test
    void endsOnRandomBytes() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            check(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void endsOnRandomPieces() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder script = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                script.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(script.toString());
        }
    }

    @Test
    void endsOnDamagedScripts() throws IOException {
        Random random = new Random(3);
        List<String> scripts = ShellAgainstARealShellTest.written();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder script = new StringBuilder(scripts.get(random.nextInt(scripts.size())));
            for (int n = random.nextInt(4); n >= 0 && !script.isEmpty(); n--) {
                int at = random.nextInt(script.length());
                switch (random.nextInt(3)) {
                    case 0 -> script.deleteCharAt(at);
                    case 1 -> script.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                    default -> script.setCharAt(at, (char) random.nextInt(256));
                }
            }
            check(script.toString().replace("sleep", "true"));
        }
    }

    @Test
    void endsOnDeepNesting() throws InterruptedException {
        List<String> openings =
                List.of("(", "{ ", "$(", "\"$(", "`", "if ", "while ", "${x:-", "$((", "case ", "! ", "f() {");
        boolean[] ended = {false};
        Thread smallStack = new Thread(
                null,
                () -> {
                    openings.forEach(opening -> check(opening.repeat(20_000)));
                    check("f() { f; }; f");
                    check("f() { x=$(f); }; f");
                    check("f() { sh -c 'echo'; eval f; }; f");
                    check("x=1; while :; do x=$x$x; done");
                    check("echo $((" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "))");
                    check("echo $((" + "!".repeat(5_000) + "1))");
                    check("[ " + "! ".repeat(5_000) + "a = b ]");
                    check("echo a | grep -E '" + "(".repeat(5_000) + "'");
                    check("echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | grep -E '^(a|a|a*)*$' | grep -c b");
                    check("cd /tmp; echo 'sh ./s' > s; sh ./s");
                    check("while :; do :; done & wait");
                    ended[0] = true;
                },
                "small stack",
                1 << 20);
        smallStack.start();
        smallStack.join();
        assertThat(ended[0]).isTrue();
    }

    @Test
    void saysWhichLimitWasMet() {
        assertThat(run("while :; do :; done"))
                .isEqualTo(new CommandResult(137, "", "sh: killed: more than 300 commands\n"));
        assertThat(run("f() { f; }; f").err()).contains("nested deeper than 60");
        assertThat(run("sleep 100").err()).contains("ran longer than");
        assertThat(run("x=0123456789; for i in 1 2 3 4 5; do x=$x$x$x$x$x$x$x$x; done; echo $x")
                        .exit())
                .isEqualTo(137);
    }

    private static void check(String script) {
        CommandResult result = run(script.replace("sleep", "true"));
        assertThat(result.exit()).isBetween(0, 255);
    }

    private static CommandResult run(String script) {
        try (Jobs jobs = new Jobs()) {
            FileSystem files = FileSystem.booted(InstantSource.system());
            Machine machine =
                    new Machine("esxi1", "8.0.3", files, name -> Optional.empty(), jobs, InstantSource.system());
            return new Shell(machine, SMALL).run(script, "one\ntwo\n");
        }
    }
}
