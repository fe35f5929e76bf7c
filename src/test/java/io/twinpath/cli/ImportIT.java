package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.site.LabSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is imported says what the hosts have: the plan that follows is empty. Over real SSH, and from recordings of it. */
class ImportIT {

    @TempDir
    Path folder;

    private static Stream<String> sites() {
        return Stream.concat(
                LabSites.bundled().stream(), Stream.of("1 1", "2 7", "5 3").map(s -> "generated " + s));
    }

    @TestFactory
    Stream<DynamicTest> everySiteIsProven() {
        return sites().map(site -> DynamicTest.dynamicTest(site, () -> proven(site)));
    }

    private void proven(String site) throws IOException {
        Path own = Files.createDirectories(folder.resolve(site.replace(' ', '-')));
        try (Served lab = new Served(own, site)) {
            TestProject.Run imported =
                    lab.run("import", "--into", own.resolve("site").toString());
            assertThat(imported.exit()).as(imported.all()).isZero();
            assertThat(imported.out()).contains("No changes.");
            TestProject.Run plan = lab.run("-C", own.resolve("site").toString(), "plan", "--detailed-exitcode");
            assertThat(plan.exit()).as(plan.all()).isZero();
        }
    }

    @Test
    void nothingThatExistsIsTouched() throws IOException {
        try (Served lab = new Served(folder, "lain-2022-10-13")) {
            Path site = folder.resolve("site");
            Path hosts = Files.createDirectories(site.resolve("inventory/hosts"));
            Files.writeString(hosts.resolve("esxi2.lain.local.yml"), "groups: {}\n");
            TestProject.Run refused = lab.run("import", "--into", site.toString());
            assertThat(refused.exit()).as(refused.all()).isEqualTo(Exit.REFUSED.code());
            assertThat(refused.err()).contains("CLI0010").contains("esxi2.lain.local.yml");
            assertThat(files(site)).containsExactly("inventory/hosts/esxi2.lain.local.yml");
            assertThat(hosts.resolve("esxi2.lain.local.yml")).hasContent("groups: {}");
        }
    }

    @Test
    void aDeclaredHostIsNotDeclaredAgain() throws IOException {
        try (Served lab = new Served(folder, "lain-2022-10-13")) {
            String site = folder.resolve("site").toString();
            assertThat(lab.run("import", "esxi1.lain.local", "--into", site).exit())
                    .isZero();
            TestProject.Run again = lab.run("import", "esxi1.lain.local", "--into", site);
            assertThat(again.exit()).isEqualTo(Exit.REFUSED.code());
            assertThat(again.err()).contains("CLI0012");
            TestProject.Run more = lab.run("import", "esxi2.lain.local", "esxi3.lain.local", "--into", site);
            assertThat(more.exit()).as(more.all()).isZero();
            assertThat(lab.run("-C", site, "plan", "--detailed-exitcode").exit())
                    .isZero();
        }
    }

    @Test
    void theWaysOfTheProjectAreTaken() throws IOException {
        for (String ways : List.of("[api]", "[api, ssh]")) {
            Path here = Files.createDirectories(folder.resolve(ways.replaceAll("\\W+", "_")));
            try (Served lab = new Served(here, "generate 3 1")) {
                Path site = here.resolve("site");
                Files.writeString(
                        Files.createDirectories(site.resolve("inventory")).resolve("project.yml"),
                        "project: {name: ways, connect: {via: " + ways + "}}\n");
                TestProject.Run imported = lab.run("-C", site.toString(), "import");
                assertThat(imported.exit()).as(imported.all()).isZero();
                TestProject.Run plan = lab.run("-C", site.toString(), "plan", "--detailed-exitcode");
                assertThat(plan.exit()).as(plan.all()).isZero();
            }
        }
    }

    /** Releases before 8.0 do not tell slots over the API. */
    @Test
    void whatOneWayCannotTellTheOtherDoes() throws IOException {
        try (Served lab = new Served(folder, "generate 3 1")) {
            Path site = folder.resolve("site");
            assertThat(lab.run("import", "--into", site.toString()).exit()).isZero();
            assertThat(site.resolve("inventory/groups.yml")).content().contains("slot: 3");
            Path project = site.resolve("inventory/project.yml");
            Files.writeString(project, "project: {name: ways, connect: {via: [api, ssh]}}\n");
            TestProject.Run plan = lab.run("-C", site.toString(), "plan", "--detailed-exitcode");
            assertThat(plan.exit()).as(plan.all()).isZero();
        }
    }

    @Test
    void aHostThatDoesNotAnswerIsLeftOutAndSaid() throws IOException {
        try (Served lab = new Served(folder, "lain-2022-10-13")) {
            assertThat(lab.run("lab", "power", "esxi2.lain.local", "off").exit())
                    .isZero();
            String site = folder.resolve("site").toString();
            TestProject.Run imported = lab.run("import", "--into", site);
            assertThat(imported.exit()).as(imported.all()).isEqualTo(Exit.UNREACHABLE.code());
            assertThat(imported.err()).contains("Not imported: esxi2.lain.local");
            assertThat(folder.resolve("site/inventory/hosts/esxi2.lain.local.yml"))
                    .doesNotExist();
            TestProject.Run none = lab.run(
                    "import",
                    "esxi2.lain.local",
                    "--into",
                    folder.resolve("none").toString());
            assertThat(none.exit()).isEqualTo(Exit.UNREACHABLE.code());
            assertThat(folder.resolve("none")).doesNotExist();
        }
    }

    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    /** A site that is served, and the command line pointed at it. */
    private static final class Served implements AutoCloseable {

        private final Lab lab;
        private final TestProject project;
        private final Path endpoints;

        Served(Path folder, String site) throws IOException {
            lab = Lab.open(source(folder, site), LabOptions.NONE).orElseThrow();
            endpoints = folder.resolve("lab.json");
            lab.endpoints().write(endpoints).orElseThrow();
            project = TestProject.empty(Files.createDirectories(folder.resolve("elsewhere")));
        }

        private static String source(Path folder, String site) throws IOException {
            String[] words = site.split(" ");
            if (words.length == 1) {
                return site;
            }
            Path file = folder.resolve("site.yml");
            Files.writeString(file, LabSites.generate(Integer.parseInt(words[1]), Long.parseLong(words[2])));
            return file.toString();
        }

        TestProject.Run run(String... arguments) {
            List<String> all = new ArrayList<>(List.of("--lab", endpoints.toString()));
            all.addAll(List.of(arguments));
            return project.run(all.toArray(String[]::new));
        }

        @Override
        public void close() {
            lab.close();
        }
    }
}
