package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads: a library belongs to the verbs that need it, and to no other start. */
class LoadedClassesIT {

    private static final Pattern JGIT = Pattern.compile("org\\.eclipse\\.jgit\\.|io\\.twinpath\\.git\\.");

    @TempDir
    Path folder;

    @Test
    void onlyAVerbThatReadsRevisionsLoadsJGit() throws IOException, InterruptedException {
        TestProject project = new TestProject(folder);
        assertThat(loaded(project, "validate"))
                .contains("io.twinpath.spec.SpecLoader")
                .doesNotContainPattern(JGIT);
        assertThat(loaded(project, "--help")).contains("picocli.CommandLine").doesNotContainPattern(JGIT);
        assertThat(loaded(project, "diff", "main")).containsPattern(JGIT);
    }

    private String loaded(TestProject project, String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "-C",
                project.folder().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(log);
    }
}
