package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.graph.Sites;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.report.picture.Browser;
import io.twinpath.report.picture.Figure;
import io.twinpath.report.picture.HtmlPage;
import io.twinpath.report.picture.HtmlText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in a real browser. */
class GraphIT {

    private static final String CARD = "card:esxi3.lain.local/storage_b";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path outage;
    private static Path hundred;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.forTests(folder.resolve("profile"));
        outage = folder.resolve("outage.html");
        hundred = folder.resolve("hundred.html");
        try (Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow()) {
            Path endpoints = folder.resolve("lab.json");
            lab.endpoints().write(endpoints).orElseThrow();
            TestProject project = new TestProject(Files.createDirectory(folder.resolve("project")))
                    .with("TWINPATH_LAB", endpoints.toString());
            TestProject.Run run = project.run("graph", "--fail", CARD, "-o", outage.toString());
            assertThat(run.exit()).as(run.all()).isZero();
        }
        Files.writeString(
                hundred,
                HtmlText.text(HtmlPage.of(
                        "graph",
                        "lab",
                        "A hundred hosts",
                        Figure.of(
                                "Now",
                                Sites.graph(Sites.site(100, 15), "card:esx7/storage_a", "card:esx7/storage_b")))));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(Path page, int width, String scheme) throws IOException {
        browser.size(width, 900);
        browser.scheme(scheme);
        browser.open(page);
    }

    private static String text(String expression) throws IOException {
        return browser.evaluate(expression).asText();
    }

    @Test
    void nothingIsAskedOfTheNetworkAndNothingIsWrong() throws IOException {
        for (Path page : List.of(outage, hundred)) {
            open(page, 1280, "light");
            assertThat(browser.troubles(page)).isEmpty();
        }
    }

    @Test
    void theBodyIsAsWideAsTheWindow() throws IOException {
        for (Path page : List.of(outage, hundred)) {
            for (int width : List.of(1280, 400)) {
                open(page, width, "light");
                assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as("%s at %d", page.getFileName(), width)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void whoCannotSeeIsToldTheSame() throws IOException {
        open(outage, 1280, "light");
        List<String> buttons = new ArrayList<>();
        for (JsonNode node :
                browser.command("Accessibility.getFullAXTree", "{}").path("nodes")) {
            if (node.path("role").path("value").asText().equals("button")) {
                buttons.add(node.path("name").path("value").asText());
            }
        }
        assertThat(buttons)
                .contains(
                        "Card storage_b of esxi3.lain.local, failed",
                        "Switch sw1, works",
                        "Host esxi1.lain.local, works")
                .anyMatch(name ->
                        name.startsWith("NIC vmnic4 of esxi3.lain.local, lost: no link. Its card storage_b failed."))
                .anyMatch(name -> name.startsWith("Machine pomf, lost: stalled. pomf > "));
        assertThat(
                        text(
                                "document.querySelectorAll('.scroll .n[id]').length + ' ' + document.querySelectorAll('tr[id]').length"))
                .as("every part has a row in the list")
                .matches("(\\d+) \\1");
        assertThat(text("document.querySelector('.scroll svg').getAttribute('role')"))
                .isEqualTo("group");
    }

    @Test
    void keysOpenDetailsGoOnAndCloseThem() throws IOException {
        open(outage, 1280, "light");
        browser.press("Tab");
        assertThat(text("document.activeElement.className")).isEqualTo("skip");
        browser.press("Tab");
        assertThat(text("document.activeElement.getAttribute('aria-label')")).isEqualTo("Host esxi1.lain.local, works");
        browser.press("ArrowDown");
        browser.press("ArrowDown");
        assertThat(text("document.activeElement.getAttribute('aria-label')"))
                .startsWith("Card storage_a of esxi1.lain.local");
        browser.evaluate("document.querySelector('.scroll .n.failed').focus()");
        browser.press("ArrowRight");
        assertThat(text("document.activeElement.getAttribute('aria-label')"))
                .startsWith("NIC vmnic4 of esxi3.lain.local");
        assertThat(browser.evaluate("document.getElementById('details').hidden").asBoolean())
                .isTrue();
        browser.press("Enter");
        assertThat(browser.evaluate("document.getElementById('details').hidden").asBoolean())
                .isFalse();
        assertThat(text("document.getElementById('details').innerText"))
                .contains("vmnic4", "lost: no link", "Its card storage_b failed.", "vSwitch1");
        browser.press("ArrowRight");
        assertThat(text("document.querySelector('#details h2').innerText")).isEqualTo("vSwitch1");
        browser.press("Escape");
        assertThat(browser.evaluate("document.getElementById('details').hidden").asBoolean())
                .isTrue();
        assertThat(text("document.activeElement.getAttribute('aria-label')")).startsWith("Virtual switch vSwitch1");
        assertThat(browser.troubles(outage)).isEmpty();
    }

    @Test
    void textIsReadableInLightAndDark() throws IOException {
        String script = Files.readString(Path.of("src/test/resources/picture/contrast.js"));
        List<String> papers = new ArrayList<>();
        for (String scheme : List.of("light", "dark")) {
            open(outage, 1280, scheme);
            JsonNode poor = browser.evaluate(script);
            assertThat(poor.isArray()).isTrue();
            assertThat(poor).as(scheme).isEmpty();
            papers.add(text("getComputedStyle(document.body).backgroundColor"));
        }
        assertThat(papers).doesNotHaveDuplicates();
    }

    /** Where they are matters, and what can be seen there; not each pixel, for fonts differ. */
    @Test
    void whatFailedAndWhatItTakesDownIsInItsPlace() throws IOException {
        open(outage, 1600, "light");
        browser.size(1600, 1400);
        JsonNode chain = browser.evaluate(
                "['Card storage_b of esxi3', 'NIC vmnic4 of esxi3', 'Virtual switch vSwitch1 of esxi3',"
                        + " 'Port group iSCSI-A of esxi3', 'VMkernel interface vmk1 of esxi3', 'Path C0:T0:L0 of esxi3',"
                        + " 'Datastore stor1-vm', 'Machine pomf'].map(name => {"
                        + " const n = document.querySelector('.scroll .n[aria-label^=\"' + name + '\"]');"
                        + " const r = n.querySelector('.box').getBoundingClientRect();"
                        + " return {x: r.x, y: r.y, w: r.width, h: r.height, css: n.getAttribute('class')}; })");
        assertThat(chain).hasSize(8);
        for (int i = 1; i < chain.size(); i++) {
            assertThat(chain.get(i).path("x").asDouble())
                    .isGreaterThan(chain.get(i - 1).path("x").asDouble()
                            + chain.get(i - 1).path("w").asDouble());
        }
        List<String> classes = new ArrayList<>();
        chain.forEach(n -> classes.add(n.path("css").asText()));
        assertThat(classes)
                .containsExactly("n failed", "n lost", "n lost", "n lost", "n lost", "n lost", "n degraded", "n lost");
        BufferedImage seen = browser.screenshot();
        int card = pixel(seen, chain.get(0));
        assertThat(red(card)).isGreaterThan(150);
        assertThat(green(card)).isLessThan(80);
        int machine = pixel(seen, chain.get(7));
        assertThat(red(machine)).isGreaterThan(green(machine));
        int works = pixel(
                seen,
                browser.evaluate("(() => { const r = document.querySelector("
                        + "'.scroll .n[aria-label^=\"Card onboard of esxi1\"] .box').getBoundingClientRect();"
                        + " return {x: r.x, y: r.y, w: r.width, h: r.height}; })()"));
        assertThat(works).isEqualTo(0xFFFFFF);
    }

    /** A little inside the lower right corner, where no text is. */
    private static int pixel(BufferedImage image, JsonNode box) {
        int x = (int) (box.path("x").asDouble() + box.path("w").asDouble() - 5);
        int y = (int) (box.path("y").asDouble() + box.path("h").asDouble() - 4);
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    private static int red(int color) {
        return color >> 16;
    }

    private static int green(int color) {
        return color >> 8 & 0xFF;
    }

    @Test
    void aHundredHostsAreTwoFramesThatOpen() throws IOException {
        open(hundred, 1280, "light");
        assertThat(text("[...document.querySelectorAll('.scroll .n.host')].map(n => n.textContent).join('|')"))
                .isEqualTo("esx7|99 hosts like esx1");
        assertThat(browser.evaluate("document.querySelector('.scroll svg').getBoundingClientRect().height")
                        .asDouble())
                .isLessThan(900);
        assertThat(text("(() => { const d = document.querySelector('details.members'); d.parentElement.open = true;"
                        + " d.open = true; return d.querySelectorAll('tbody tr').length + ' ' + d.innerText; })()"))
                .startsWith("99 ")
                .contains("esx100")
                .contains("vmk0 10.0.0.42")
                .contains("app55-15");
    }
}
