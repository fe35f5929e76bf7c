package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the manual before mandoc, which was not written here and says what is wrong with a page. */
class ManualIT {

    @TempDir
    Path folder;

    private Path pages;

    @BeforeEach
    void write() throws IOException {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "mandoc")));
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("a CI machine has mandoc")
                .isTrue();
        if (!there) {
            System.out.println("SKIPPED: no mandoc on this machine");
        }
        assumeTrue(there);
        pages = folder.resolve("man1");
        TestProject.Run run = new TestProject(folder).run("manual", "--dir", pages.toString());
        assertThat(run.exit()).as(run.all()).isZero();
    }

    /** But for the date, which equal builds must not differ in, and so no page has. */
    @Test
    void noPageIsComplainedAbout() throws IOException {
        List<String> complaints = new ArrayList<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path page : files.sorted().toList()) {
                mandoc("-Tlint", "-W", "warning", page.toString())
                        .lines()
                        .filter(line -> !line.contains("missing date"))
                        .forEach(complaints::add);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsReadIsWhatHelpSays() throws IOException {
        String text = mandoc("-Tutf8", "-O", "width=500", page("twinpath-plan"));
        String plain = text.replaceAll(".\b", "");
        assertThat(plain)
                .contains("twinpath-plan - Compare the spec with the live site and show the ordered steps")
                .contains("EXAMPLES\n              twinpath plan\n")
                .contains("--detailed-exitcode")
                .containsPattern("3 +refused by a guard, policy or proof")
                .contains("twinpath(1)");
    }

    @Test
    void theToolNamesEveryVerbThatIsForPeople() throws IOException {
        String plain = mandoc("-Tutf8", "-O", "width=500", page("twinpath")).replaceAll(".\b", "");
        assertThat(plain).contains("twinpath-lab(1)", "twinpath-manual(1)", "TWINPATH_LAB", ".twinpath/known_hosts");
        assertThat(plain).doesNotContain("twinpath-names");
        assertThat(pages.resolve("twinpath-lab-serve.1")).exists();
        assertThat(pages.resolve("twinpath-names.1")).doesNotExist();
    }

    private String page(String name) {
        return pages.resolve(name + ".1").toString();
    }

    private String mandoc(String... arguments) throws IOException {
        Path out = Files.createTempFile(folder, "said", "");
        List<String> command = new ArrayList<>(List.of("mandoc"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
