package io.twinpath.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinpath.graph.Graph;
import io.twinpath.graph.Sites;
import io.twinpath.rig.Rig;
import io.twinpath.risk.RigSketch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Each format is read by somebody else's program, and nobody's name becomes anything but a name. */
class PictureTextTest {

    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)>\"'&]]>--><svg/onload=a> \u202e\u0000\n#{x};`";

    private static final Pattern ATTACK = Pattern.compile("(?i)<img|<svg/|onerror=alert\\(1\\)>");

    @TempDir
    Path folder;

    private static Figure figure(Rig rig, String... failed) {
        return Figure.of("A site", Sites.graph(rig, failed)).getFirst();
    }

    private static Figure hostile() {
        RigSketch sketch = new RigSketch();
        sketch.wire(HOSTILE);
        sketch.array(HOSTILE, HOSTILE, "10.20.0.11");
        sketch.datastore(HOSTILE, HOSTILE);
        sketch.host("esx1" + HOSTILE).card(HOSTILE, HOSTILE, HOSTILE, "vmnic0").team(HOSTILE, HOSTILE, 1500, "vmnic0");
        sketch.machine("vm" + HOSTILE, HOSTILE, "esx1" + HOSTILE, HOSTILE);
        return Figure.of(HOSTILE, Sites.graph(sketch.rig())).getFirst();
    }

    private static Document xml(String text) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void svgIsXml() throws IOException, ParserConfigurationException, SAXException {
        Document svg = xml(SvgText.text("A site", List.of(figure(Sites.site(3, 4), "card:esx1/storage_b"))));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        NodeList groups = svg.getElementsByTagName("g");
        long failed = java.util.stream.IntStream.range(0, groups.getLength())
                .filter(i -> groups.item(i).getAttributes().getNamedItem("class") != null
                        && groups.item(i)
                                .getAttributes()
                                .getNamedItem("class")
                                .getNodeValue()
                                .equals("n failed"))
                .count();
        assertThat(failed).isOne();
    }

    @Test
    void noNameLeavesItsPlace() throws IOException, ParserConfigurationException, SAXException {
        Figure figure = hostile();
        String svg = SvgText.text(HOSTILE, List.of(figure));
        xml(svg);
        String html = HtmlText.text(HtmlPage.of("graph", HOSTILE, HOSTILE, List.of(figure)));
        assertThat(svg).doesNotContainPattern(ATTACK);
        assertThat(html).doesNotContainPattern(ATTACK);
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html.split("</script", -1)).hasSize(2);
        assertThat(html).doesNotContain("\u202e").doesNotContain("\u0000");
        String mermaid = MermaidText.text(figure);
        assertThat(mermaid).doesNotContainPattern(ATTACK).doesNotContain("\u202e");
        assertThat(mermaid.lines().filter(l -> l.contains("img")).toList())
                .allMatch(
                        l -> l.strip()
                                .matches(
                                        "accTitle: .*|(n\\d+|subgraph h\\d+)(\\[|\\{\\{)\"[^\"<>]*(<br/>[^\"<>]*)?\"(\\]|\\}\\}).*"));
    }

    @Test
    void aPageBringsAPolicyThatAllowsItsOwnStyleAndScriptAlone() {
        String html = HtmlText.text(HtmlPage.of("graph", "lab", "A site", List.of(figure(Sites.site(2, 2)))));
        assertThat(html)
                .containsPattern(
                        "Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-[^']{44}'; script-src"
                                + " 'sha256-[^']{44}'; base-uri 'none'; form-action 'none'\"")
                .doesNotContain("http://", "https://", " style=\"", "@import")
                .doesNotContainPattern(" on[a-z]+=")
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    }

    @Test
    void aHundredHostsAreASmallPage() {
        Figure many = figure(Sites.site(100, 15), "card:esx7/storage_a", "card:esx7/storage_b");
        String html = HtmlText.text(HtmlPage.of("graph", "lab", "A site", List.of(many)));
        assertThat(html).contains("99 hosts like esx1", "app93-15", "15 machines");
        assertThat(html.length()).isLessThan(160_000);
    }

    @Test
    void beforeAndAfterStandBesideEachOtherWithWhatChanges() {
        Graph before = Sites.graph(Sites.site(2, 1));
        Graph after = Sites.graph(Sites.site(3, 1));
        List<Figure> figures = Figure.of("Before", before, "After", after);
        assertThat(figures.get(0).marks().keySet()).containsOnly("datastore:stor1-vm");
        assertThat(figures.get(1).marks()).containsKey("vm:app3-1").containsKey("card:esx3/storage_a");
        String html = HtmlText.text(HtmlPage.of("plan", "lab", "A plan", figures));
        assertThat(html).contains("class=\"figures pair\"", "<h2>Before</h2>", "<h2>After</h2>", " added\"");
    }

    @Test
    void graphvizReadsDot() throws IOException, InterruptedException {
        boolean there = java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "dot")));
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("a CI machine has graphviz")
                .isTrue();
        if (!there) {
            System.out.println("SKIPPED: no dot of Graphviz on this machine");
        }
        assumeTrue(there);
        for (Figure figure : List.of(hostile(), figure(Sites.site(3, 2), "switch:sw1"))) {
            Path file = Files.writeString(folder.resolve("site.dot"), DotText.text(figure));
            Process dot = new ProcessBuilder(
                            "dot",
                            "-Tplain",
                            file.toString(),
                            "-o",
                            folder.resolve("out").toString())
                    .redirectErrorStream(true)
                    .start();
            try {
                assertThat(dot.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(dot.exitValue())
                        .as(new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .isZero();
            } finally {
                dot.destroyForcibly();
            }
            long nodes = Files.readAllLines(folder.resolve("out")).stream()
                    .filter(l -> l.startsWith("node "))
                    .count();
            assertThat(nodes).isEqualTo(figure.picture().items().size());
        }
    }
}
