package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook of the documentation in a repository with its project in a subfolder, and blanks in names. */
class PreCommitIT {

    private static final String GROUPS = "the site/inventory/groups.yml";

    @TempDir
    Path folder;

    private Path repository;
    private Path asked;
    private Shell shell;

    @BeforeEach
    void install() throws IOException {
        Shell.need("git");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        asked = folder.resolve("asked");
        Shell.launcher(bin.resolve("twinpath"));
        String launcher = Files.readString(bin.resolve("twinpath"));
        Files.writeString(bin.resolve("twinpath"), launcher.replace("exec ", "echo x >>'" + asked + "'\nexec "));
        shell = new Shell(Files.createDirectory(folder.resolve("home")))
                .with("PATH", bin + ":" + System.getenv("PATH"));
        repository = Files.createDirectory(folder.resolve("a repository"));
        new TestProject(Files.createDirectory(repository.resolve("the site")));
        Files.createDirectories(repository.resolve("src/modules"));
        Files.writeString(repository.resolve("src/modules/other.txt"), "nothing of Twinpath\n");
        shell.run(repository, "git", "init", "-q").good();
        Path hook = repository.resolve(".git/hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.copy(
                PipelineFile.FOLDER.resolve("pre-commit"),
                hook,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(commit(repository, "--all").exit()).isNotZero(); // nothing is staged yet
        shell.run(repository, "git", "add", ".").good();
        commit(repository).good();
        Files.deleteIfExists(asked);
    }

    private Shell.Ran commit(Path from, String... more) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of("git", "commit", "-q", "-m", "A change"));
        command.addAll(List.of(more));
        return shell.run(from, java.util.Map.of(), command);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = repository.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(from);
        Files.writeString(path, before.replace(from, to));
    }

    @Test
    void whatIsNotValidIsNotCommitted() throws IOException {
        edit(GROUPS, "vswitches:", "vswiches:");
        Shell.Ran ran = commit(repository.resolve("the site/inventory"), "--all");
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.log()).contains("inventory/groups.yml:", "pre-commit: nothing was committed");
        edit(GROUPS, "vswiches:", "vswitches:");
        edit(GROUPS, "140", "150");
        commit(repository.resolve("the site/inventory"), "--all").good();
    }

    @Test
    void onlyWhatIsStagedCounts() throws IOException {
        edit(GROUPS, "140", "150");
        shell.run(repository, "git", "add", GROUPS).good();
        edit(GROUPS, "vswitches:", "vswiches:");
        commit(repository).good();
        edit(GROUPS, "150", "160");
        shell.run(repository, "git", "add", GROUPS).good();
        edit(GROUPS, "vswiches:", "vswitches:");
        assertThat(commit(repository).exit()).isNotZero();
    }

    @Test
    void otherCommitsAreNotLookedAt() throws IOException {
        Files.writeString(repository.resolve("a page.txt"), "text\n");
        Files.writeString(repository.resolve("src/modules/other.txt"), "still nothing of Twinpath\n");
        shell.run(repository, "git", "add", ".").good();
        commit(repository).good();
        assertThat(asked).doesNotExist();
        edit("the site/modules/multipath-iscsi/module.yml", "resources:", "resources: # all of it");
        commit(repository, "--all").good();
        assertThat(asked).exists();
    }

    /** The framework is not here; its entry is run as it runs it, from the top of a repository. */
    @Test
    void theEntryOfTheFrameworkDoesTheSame() throws IOException {
        JsonNode hook = new YAMLMapper()
                .readTree(Files.readString(PipelineFile.FOLDER.resolve("pre-commit-config.yaml")))
                .at("/repos/0/hooks/0");
        Pattern files = Pattern.compile(hook.path("files").asText());
        assertThat(files.matcher("inventory/groups.yml").find()).isTrue();
        assertThat(files.matcher("modules/a b/module.yml").find()).isTrue();
        assertThat(files.matcher("src/modules/other.txt").find()).isFalse();
        Path site = repository.resolve("the site");
        List<String> entry = List.of("sh", "-c", hook.path("entry").asText());
        shell.run(site, java.util.Map.of(), entry).good();
        edit(GROUPS, "vswitches:", "vswiches:");
        assertThat(shell.run(site, java.util.Map.of(), entry).exit()).isEqualTo(65);
    }
}
