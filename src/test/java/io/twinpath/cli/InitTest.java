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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {

    private static final String[] FLAGS = {
        "init", "--name", "mine", "--host", "esxi1.lain.local", "--user", "root", "--password", "secret://env/PW"
    };

    @TempDir
    Path folder;

    @Test
    void flagsGiveAProjectThatIsValid() throws IOException {
        TestProject project = TestProject.empty(folder);
        TestProject.Run init = project.run(FLAGS);
        assertThat(init.exit()).as(init.all()).isZero();
        assertThat(init.err()).contains("twinpath trust --new esxi1.lain.local", "twinpath import esxi1.lain.local");
        assertThat(ImportIT.files(folder)).contains(".gitignore", "inventory/project.yml");
        assertThat(folder.resolve(".gitignore")).content().contains(".twinpath/*", "!.twinpath/known_hosts");
        assertThat(folder.resolve("inventory/project.yml")).content().contains("secret://env/PW", "name: mine");
        assertThat(project.run("validate").exit()).isZero();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        TestProject project = TestProject.empty(folder);
        Files.writeString(folder.resolve(".gitignore"), "target/\n");
        assertThat(project.run(FLAGS).exit()).isZero();
        assertThat(folder.resolve(".gitignore")).hasContent("target/");
        String before = Files.readString(folder.resolve("inventory/project.yml"));
        TestProject.Run again =
                project.run("init", "--name", "other", "--host", "h", "--user", "u", "--password", "secret://env/B");
        assertThat(again.exit()).isEqualTo(Exit.REFUSED.code());
        assertThat(again.err()).contains("CLI0010");
        assertThat(folder.resolve("inventory/project.yml")).hasContent(before);
    }

    @Test
    void missingFlagsAreNamedWhereNobodyCanBeAsked() throws IOException {
        TestProject.Run init = TestProject.empty(folder).run("init", "--user", "root");
        assertThat(init.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(init.err()).contains("--name, --host, --password").doesNotContain("--user,");
        assertThat(ImportIT.files(folder)).isEmpty();
    }

    @Test
    void aPasswordIsNeitherTakenNorShown() throws IOException {
        TestProject.Run init = TestProject.empty(folder)
                .run("init", "--name", "x", "--host", "h", "--user", "root", "--password", "hunter2-hunter2");
        assertThat(init.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(init.all()).doesNotContain("hunter2");
        assertThat(ImportIT.files(folder)).isEmpty();
    }

    @Test
    void aPersonIsAsked() throws IOException {
        assertThat(asked("site\nesxi1.lain.local esxi2.lain.local\n\n\n")).isZero();
        assertThat(folder.resolve("inventory/project.yml"))
                .content()
                .contains("name: site", "user: root", "secret://env/ESXI_PASSWORD");
    }

    @Test
    void endOfInputIsNoAnswer() throws IOException {
        assertThat(asked("site\n")).isEqualTo(Exit.USAGE.code());
        assertThat(ImportIT.files(folder)).isEmpty();
    }

    private int asked(String answers) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(
                nowhere,
                nowhere,
                new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
                true,
                Style.PLAIN,
                Style.PLAIN);
        return new CommandLineRun(console, Map.of()).run(List.of("-C", folder.toString(), "init"));
    }

    @Test
    void anEditorFindsTheSchema() throws IOException {
        TestProject project = TestProject.empty(folder);
        project.run(FLAGS);
        String first =
                Files.readAllLines(folder.resolve("inventory/project.yml")).getFirst();
        assertThat(first).startsWith("# yaml-language-server: $schema=../");
        Path schema = folder.resolve("inventory").resolve(first.substring(first.indexOf('=') + 1));
        assertThat(schema).content().contains("http://json-schema.org/draft-07/schema#");
    }

    @Test
    void schemasAreWrittenAnewAndKnowTheModules(@TempDir Path elsewhere) throws IOException {
        TestProject project = new TestProject(folder);
        Path inventory = folder.resolve(".twinpath/schema/inventory.json");
        for (int i = 0; i < 2; i++) {
            TestProject.Run run = project.run("schema");
            assertThat(run.exit()).as(run.all()).isZero();
            assertThat(run.out()).contains("wrote ").contains("modules/multipath-iscsi.json");
            assertThat(run.err()).contains("# yaml-language-server: $schema=../.twinpath/schema/inventory.json");
            assertThat(inventory).content().contains("module.multipath-iscsi");
            Files.writeString(inventory, "old");
        }
        assertThat(project.run("schema", "--dir", elsewhere.toString()).err())
                .contains("$schema=" + elsewhere + "/inventory.json");
        assertThat(elsewhere.resolve("modules/multipath-iscsi.json")).exists();
        Files.writeString(elsewhere.resolve("file"), "");
        TestProject.Run refused =
                project.run("schema", "--dir", elsewhere.resolve("file").toString());
        assertThat(refused.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(refused.err()).contains("CLI0042").contains("a file is where a folder is expected");
    }
}
