package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.report.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A copy of the committed site in a folder of its own, and the real command line on it. */
final class TestProject {

    /** What one run gave. */
    record Run(int exit, String out, String err) {
        String all() {
            return out + err;
        }
    }

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    private TestProject(Path folder, boolean lain) throws IOException {
        this.folder = folder;
        if (lain) {
            copy(Path.of("inventory"));
            copy(Path.of("modules"));
        }
    }

    TestProject(Path folder) throws IOException {
        this(folder, true);
    }

    /** A project without files yet. */
    static TestProject empty(Path folder) throws IOException {
        return new TestProject(folder, false);
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void copy(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Makes it a repository, of one commit of all that is there. */
    void commit(String message) throws GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage(message)
                    .setAuthor("A", "a@example.org")
                    .setCommitter("A", "a@example.org")
                    .setSign(false)
                    .call();
        }
    }

    /** Applies all that is planned, after which nothing is left. */
    void applied() {
        Run applied = run("apply", "--yes");
        assertThat(applied.exit()).as(applied.all()).isZero();
        Run after = run("plan", "--detailed-exitcode");
        assertThat(after.exit()).as(after.all()).isZero();
    }

    TestProject with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(new byte[0]),
                false,
                Style.PLAIN,
                Style.PLAIN);
        List<String> all = new ArrayList<>();
        if (!List.of(arguments).contains("-C")) {
            all.addAll(List.of("-C", folder.toString()));
        }
        all.addAll(List.of(arguments));
        int exit = new CommandLineRun(console, environment).run(all);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
