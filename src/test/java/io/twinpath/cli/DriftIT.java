package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody declared, on a simulated site: told, and taken away where the spec asks for that. */
class DriftIT {

    private static final String HOST = "esxi1.lain.local";
    private static final String GROUPS = "inventory/groups.yml";

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void copy() throws IOException {
        project = new TestProject(folder);
    }

    private void replace(String old, String now) throws IOException {
        Path file = project.folder().resolve(GROUPS);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));
    }

    private TestProject.Run drift(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "drift";
        arguments[1] = HOST;
        arguments[2] = "--detailed-exitcode";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return project.run(arguments);
    }

    @Test
    void nothingIsSaidWhenThereIsNothing() {
        TestProject.Run run = drift();
        assertThat(run.all()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void whatNobodyDeclaredIsTold() throws IOException {
        replace("          VM Network: {vlan: 0}\n", "");
        TestProject.Run run = drift();
        assertThat(run.exit()).as(run.all()).isEqualTo(Exit.CHANGES_PENDING.code());
        assertThat(run.out()).contains("* port_group VM Network  not declared").contains("1 not declared");
        assertThat(drift("--output", "json").out())
                .contains("\"address\" : \"port_group:esxi1.lain.local/VM Network\"")
                .contains("\"state\" : \"undeclared\"")
                .contains("\"agree\" : false");
        assertThat(project.run("plan", "--limit", HOST).out()).doesNotContain("VM Network");
    }

    @Test
    void anExactCollectionComesToHoldOnlyWhatIsDeclared() throws IOException {
        replace("          VM Network: {vlan: 0}\n", "          exact: true\n");
        assertThat(project.run("plan", "--limit", HOST).out()).contains("- port_group VM Network");
        TestProject.Run applied = project.run("apply", "--limit", HOST, "--yes");
        assertThat(applied.exit()).as(applied.all()).isZero();
        assertThat(project.run("plan", "--limit", HOST).out()).startsWith("No changes.");
        assertThat(drift().all()).isEmpty();
    }

    @Test
    void anUnknownHostIsRefused() {
        assertThat(project.run("drift", "esxi9.lain.local").exit()).isEqualTo(Exit.USAGE.code());
    }
}
