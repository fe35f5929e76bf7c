package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.report.picture.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as pages and pictures, as the verbs write them, in a real browser. */
class ReportPagesIT {

    private static final String LINE = "modules/multipath-iscsi/module.yml:30";

    private static final String SHOWN = "document.body.innerText";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static TestProject project;

    /** A repaired site, and a change that leads both ways to its storage over one card. */
    @BeforeAll
    static void start() throws IOException, GitAPIException {
        browser = Browser.forTests(folder.resolve("profile"));
        try (Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow()) {
            Path endpoints = folder.resolve("lab.json");
            lab.endpoints().write(endpoints).orElseThrow();
            project = new TestProject(Files.createDirectory(folder.resolve("project")))
                    .with("TWINPATH_LAB", endpoints.toString());
            written(0, "plan");
            assertThat(project.run("apply", "--yes").exit()).isZero();
            project.commit("Two ways to everything");
            Path groups = project.folder().resolve("inventory/groups.yml");
            String sound = Files.readString(groups);
            Files.writeString(groups, sound.replace("[storage_a/0, storage_b/0]", "[storage_a/0, storage_a/1]"));
            written(3, "plan", "refused");
            written(3, "diff", "diff", "HEAD");
            written(0, "risks");
            written(0, "validate");
        }
    }

    private static void written(int exit, String verb) {
        written(exit, verb, verb);
    }

    private static void written(int exit, String verb, String name, String... more) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(more));
        words.addAll(List.of("--report", "html=" + page(name)));
        if (!verb.equals("validate")) {
            words.addAll(List.of("--report", "svg=" + folder.resolve(name + ".svg")));
        }
        TestProject.Run run = project.run(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.all()).isEqualTo(exit);
    }

    private static Path page(String name) {
        return folder.resolve(name + ".html");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String text(String expression) throws IOException {
        return browser.evaluate(expression).asText();
    }

    @Test
    void allOfThemAreWhole() throws IOException {
        for (String name : List.of("plan", "refused", "diff", "risks", "validate")) {
            for (int width : List.of(1280, 400)) {
                browser.size(width, 900);
                browser.open(page(name));
                assertThat(browser.troubles(page(name))).as(name).isEmpty();
                assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as("%s at %d", name, width)
                        .isLessThanOrEqualTo(width);
            }
            assertThat(text("document.querySelectorAll('h1').length")).as(name).isEqualTo("1");
        }
    }

    @Test
    void aRefusalShowsWhatThePlanWouldHaveDone() throws IOException {
        browser.open(page("refused"));
        assertThat(text(SHOWN))
                .contains(
                        "attention",
                        "ended early: The plan opens a risk",
                        "Before the plan",
                        "After the plan",
                        LINE,
                        "(RSK0101)");
        assertThat(lost()).as("lost before and after").containsExactly(0, 10);
        browser.open(page("plan"));
        assertThat(text(SHOWN)).contains("Before the plan", "After the plan").doesNotContain("ended early");
    }

    @Test
    void aChangeIsDrawnWithTheLineThatCausesIt() throws IOException {
        browser.open(page("diff"));
        assertThat(text(SHOWN))
                .contains(
                        "6 to change; 3 of 3 hosts are affected.",
                        "Opens a risk",
                        "Before, by the spec alone",
                        "After, by the spec alone")
                .contains("inventory/groups.yml:34:18");
    }

    @Test
    void whatIsWrongNowIsDrawnOnce() throws IOException {
        browser.open(page("risks"));
        assertThat(figures()).isEqualTo(1);
        browser.open(page("validate"));
        assertThat(figures()).isEqualTo(1);
        assertThat(text(SHOWN)).contains("good", "The spec is valid: 81 resources on 3 hosts.");
    }

    /** A picture by itself is one well-formed document, with a name for who cannot see it. */
    @Test
    void picturesAreDocumentsOfTheirOwn() throws IOException {
        for (String name : List.of("plan", "refused", "diff", "risks")) {
            browser.open(folder.resolve(name + ".svg"));
            assertThat(browser.troubles(folder.resolve(name + ".svg"))).as(name).isEmpty();
            assertThat(text("document.documentElement.nodeName")).as(name).isEqualTo("svg");
            assertThat(text("document.documentElement.querySelector('title').textContent"))
                    .as(name)
                    .startsWith("twinpath " + (name.equals("refused") ? "plan" : name));
            assertThat(browser.evaluate("document.querySelectorAll('.n').length")
                            .asInt())
                    .as(name)
                    .isGreaterThan(80);
        }
    }

    private static int figures() throws IOException {
        return browser.evaluate("document.querySelectorAll('.scroll').length").asInt();
    }

    private static List<Integer> lost() throws IOException {
        List<Integer> lost = new ArrayList<>();
        browser.evaluate("[...document.querySelectorAll('.scroll')].map(s => s.querySelectorAll('.n.lost').length)")
                .forEach(n -> lost.add(n.asInt()));
        return lost;
    }
}
