package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are replaced and read to the byte, through the shells that are here, at a path of this test's own. */
class FileFormsTest {

    private static final String NASTY = "'\"`$\\!*?[]{}()<>|&;#~=%^ \t\n\r-abc012\u00e9\u4e2d";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        List<String> texts = new ArrayList<>(List.of(
                "",
                "\n",
                "\n\n\n",
                "no end",
                "-n",
                "%s%d\\n",
                "'",
                "a\r\nb\r\n",
                "server 10.0.0.1\n",
                "x".repeat(16 << 10)));
        Random random = new Random(3);
        while (texts.size() < 40) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(300); n > 0; n--) {
                text.append(NASTY.charAt(random.nextInt(NASTY.length())));
            }
            texts.add(text.toString());
        }
        for (List<String> shell : shells()) {
            Path file = folder.resolve(shell.get(0).replace('/', '_') + "/ntp.conf");
            Files.createDirectories(file.resolveSibling(""));
            assertThat(run(shell, file, FileForms.reading(new FileQuery(HostFile.NTP))))
                    .isEqualTo(new Done(FileQuery.ABSENT, ""));
            for (String text : texts) {
                Done written = run(shell, file, FileForms.replacing(new FileCommand(HostFile.NTP, text)));
                assertThat(written).as(shell + " " + text).isEqualTo(new Done(0, ""));
                assertThat(Files.readString(file)).isEqualTo(text);
                assertThat(run(shell, file, FileForms.reading(new FileQuery(HostFile.NTP))))
                        .isEqualTo(new Done(0, text));
            }
            assertThat(Files.getAttribute(file, "unix:mode")).isEqualTo(0101644);
            try (Stream<Path> left = Files.list(file.resolveSibling(""))) {
                assertThat(left).containsExactly(file);
            }
        }
    }

    @Test
    void whatIsNoFileAndWhatIsTooLargeIsSaid() throws Exception {
        for (List<String> shell : shells()) {
            Path file = folder.resolve(shell.get(0).replace('/', '_') + "/ntp.conf");
            Files.createDirectories(file);
            String reading = FileForms.reading(new FileQuery(HostFile.NTP));
            assertThat(run(shell, file, reading)).isEqualTo(new Done(FileQuery.NO_FILE, "it is no regular file\n"));
            Files.delete(file);
            Files.writeString(file, "x".repeat(FileQuery.LARGEST));
            assertThat(run(shell, file, reading)).isEqualTo(new Done(0, "x".repeat(FileQuery.LARGEST)));
            Files.writeString(file, "x".repeat(FileQuery.LARGEST + 1));
            assertThat(run(shell, file, reading))
                    .isEqualTo(new Done(FileQuery.TOO_LARGE, "it is larger than 64 KiB\n"));
        }
    }

    /** The old text stays when the new one cannot be written. */
    @Test
    void aWriteThatFailsChangesNothing() throws Exception {
        for (List<String> shell : shells()) {
            Path file = folder.resolve(shell.get(0).replace('/', '_') + "/ntp.conf");
            Files.createDirectories(file.resolveSibling("ntp.conf.twinpath-new"));
            Files.writeString(file, "old");
            Done done = run(shell, file, FileForms.replacing(new FileCommand(HostFile.NTP, "new")));
            assertThat(done.exit()).isNotZero();
            assertThat(file).hasContent("old");
        }
    }

    @Test
    void someTextsAndFilesCannotBeWritten() {
        assertThatThrownBy(() -> new FileCommand(HostFile.CERTIFICATE, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FileCommand(HostFile.NTP, "a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FileCommand(HostFile.NTP, "\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FileCommand(HostFile.NTP, "x".repeat((16 << 10) + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Done(int exit, String out) {}

    private static List<List<String>> shells() {
        List<List<String>> shells = new ArrayList<>();
        for (String shell : List.of("/bin/sh", "/usr/bin/busybox", "/bin/bash")) {
            if (Files.isExecutable(Path.of(shell))) {
                shells.add(shell.endsWith("busybox") ? List.of(shell, "ash") : List.of(shell));
            }
        }
        assertThat(shells).isNotEmpty();
        return shells;
    }

    private Done run(List<String> shell, Path file, String form) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("script"), form.replace("/etc/ntp.conf", file.toString()) + " </dev/null\n");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(shell)
                .redirectInput(script.toFile())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Done(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }
}
