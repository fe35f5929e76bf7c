package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any text reaches a program unchanged, through the shells that are here. */
class QuoteTest {

    private static final String NASTY = "'\"`$\\!*?[]{}()<>|&;#~=%^ \t\n\r-abc012\u00e9\u4e2d";

    @TempDir
    Path folder;

    @Test
    void everyTextReachesTheProgramUnchanged() throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>(List.of(
                "",
                "-n",
                "--help",
                "'",
                "''",
                "\\",
                "\\'",
                "'\\''",
                "$(id)",
                "`id`",
                "\n",
                "a\nb\n",
                "\r\n",
                "~root",
                "*",
                "VM Network",
                "\ud83d\udd25",
                "e\u0301 \u00e9",
                "\u4e2d".repeat(66)));
        Random random = new Random(14);
        while (texts.size() < 2_000) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--) {
                text.append(
                        random.nextInt(4) > 0
                                ? NASTY.charAt(random.nextInt(NASTY.length()))
                                : (char) (1 + random.nextInt(0x7e)));
            }
            texts.add(text.toString());
        }
        for (String shell : List.of("/bin/sh", "/bin/busybox", "/usr/bin/busybox", "/bin/bash")) {
            if (Files.isExecutable(Path.of(shell))) {
                assertThat(through(shell, texts)).as(shell).isEqualTo(texts);
            }
        }
    }

    @Test
    void aNulCannotBeSent() {
        assertThatThrownBy(() -> Quote.word("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Has a shell print each argument with a NUL behind it. */
    private List<String> through(String shell, List<String> texts) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("f() { printf '@s\\0' \"${1#--x=}\"; }\n".replace('@', '%'));
        texts.forEach(t -> script.append("f --x=").append(Quote.word(t)).append(" </dev/null\n"));
        Path file = Files.writeString(folder.resolve("script"), script);
        Path out = folder.resolve("out");
        List<String> command = shell.endsWith("busybox") ? List.of(shell, "ash") : List.of(shell);
        Process process = new ProcessBuilder(command)
                .redirectInput(file.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(printed.split("\0", -1)));
        words.remove(words.size() - 1);
        return words;
    }
}
