package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports beside the answer, on the verb that needs no host. */
class ReportTest {

    @TempDir
    Path folder;

    @TempDir
    Path reports;

    private TestProject project;

    @BeforeEach
    void copy() throws IOException {
        project = new TestProject(folder);
    }

    private String to(String format) {
        return format + "=" + reports.resolve(format);
    }

    private void mistake() throws IOException {
        project.write("inventory/mistake.yml", """
                hosts:
                  esxi9.lain.local:
                    vmkernl: {}
                """);
    }

    @Test
    void theAnswerStaysAndTheReportsAreBesideIt() throws IOException {
        TestProject.Run run =
                project.run("validate", "--report", to("junit"), "--report", to("json"), "--report", to("markdown"));
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(run.out()).isEqualTo(project.run("validate").out());
        assertThat(Files.readString(reports.resolve("junit"))).contains("failures=\"0\"", "\"inventory/hosts.yml\"");
        assertThat(Files.readString(reports.resolve("markdown"))).startsWith("## twinpath validate: good\n");
        assertThat(Files.readString(reports.resolve("json")))
                .isEqualTo(project.run("validate", "--output", "json").out());
        try (Stream<Path> left = Files.list(reports)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void aMistakeIsAnAnnotationOnItsLine() throws IOException {
        mistake();
        TestProject.Run run = project.run("validate", "--report", "github=-", "--report", to("sarif"));
        assertThat(run.exit()).isEqualTo(Exit.INVALID_SPEC.code());
        assertThat(run.out()).startsWith("::error file=inventory/mistake.yml,line=3,endLine=3,col=5,endColumn=12,");
        assertThat(run.err()).contains("The spec is not valid").contains("inventory/mistake.yml:3:5");
        assertThat(Files.readString(reports.resolve("sarif"))).contains("\"startLine\" : 3");
    }

    @Test
    void aRunThatEndsEarlyIsReportedToo() throws IOException {
        mistake();
        for (String verb : new String[] {"plan", "drift"}) {
            TestProject.Run run = project.run(verb, "--report", to("junit"), "--report", to("ndjson"));
            assertThat(run.exit()).isEqualTo(Exit.INVALID_SPEC.code());
            assertThat(Files.readString(reports.resolve("junit"))).contains("inventory/mistake.yml:3:5");
            assertThat(Files.readString(reports.resolve("ndjson"))).contains("\"verdict\":\"attention\"");
        }
    }

    @Test
    void whatCannotBeWrittenIsAnExitCodeAndTheOthersAreWritten() throws IOException {
        TestProject.Run run =
                project.run("validate", "--report", "sarif=" + reports.resolve("none/x"), "--report", to("junit"));
        assertThat(run.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(run.err()).contains("CLI0041").contains("its folder does not exist");
        assertThat(run.out()).startsWith("The spec is valid");
        assertThat(reports.resolve("junit")).exists();
        mistake();
        run = project.run("plan", "--report", "sarif=" + reports);
        assertThat(run.exit()).isEqualTo(Exit.INVALID_SPEC.code());
        assertThat(run.err()).contains("CLI0041").contains("it is a folder").contains("inventory/mistake.yml:3:5");
    }

    @Test
    void linksAreFollowedAndWhatIsNoPlainFileStays() throws IOException {
        Path real = Files.writeString(reports.resolve("real"), "before");
        Path link = Files.createSymbolicLink(reports.resolve("link"), real);
        assertThat(project.run("validate", "--report", "junit=" + link, "--report", "json=/dev/null")
                        .exit())
                .isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(real)).startsWith("<?xml");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void whatIsAmbiguousIsRefusedBeforeAnythingIsDone() {
        String file = reports.resolve("x").toString();
        assertThat(refusal("--report", "github=-", "--report", "json=-")).contains("Two reports go to standard output");
        assertThat(refusal("--report", "github=-", "--output", "json")).contains("already has the answer for machines");
        assertThat(refusal("--report", "json=" + file, "--report", "junit=" + reports + "/./x"))
                .contains("Two reports go to");
        assertThat(refusal("--report", "junitt=" + file)).contains("Did you mean \"junit\"?");
        assertThat(refusal("--report", "pdf=" + file)).contains("json, ndjson, markdown, sarif, junit, github, gitlab");
        assertThat(refusal("--report", "junit")).contains("names no file");
        assertThat(reports).isEmptyDirectory();
    }

    private String refusal(String... options) {
        TestProject.Run run = project.run(
                Stream.concat(Stream.of("validate"), Stream.of(options)).toArray(String[]::new));
        assertThat(run.exit()).as(run.all()).isEqualTo(Exit.USAGE.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("CLI0040");
        return run.err();
    }
}
