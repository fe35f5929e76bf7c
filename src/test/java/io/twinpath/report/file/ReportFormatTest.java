package io.twinpath.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Severity;
import io.twinpath.diag.Span;
import io.twinpath.report.Finding;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format, read by programs that are not ours. */
class ReportFormatTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Roots ROOTS = new Roots("site/", Optional.of("inventory/project.yml"));

    private static Finding finding(Severity severity, String host, String text) {
        return new Finding(
                "blocked",
                severity,
                "Blocked",
                text,
                Optional.of(Span.of("inventory/a b#.yml", 7, 3, 4)),
                host,
                "card:" + host + "/x");
    }

    private static Report report(List<Finding> findings, List<Report.Section> sections) {
        return new Report(
                "plan",
                Report.Verdict.ATTENTION,
                "Plan: nothing; 3 as wanted.",
                findings,
                List.of("esxi1", "esxi2"),
                Severity.ERROR,
                sections,
                "{}\n");
    }

    private static Report of(String text) {
        return report(
                List.of(
                        finding(Severity.ERROR, "esxi1", text),
                        Finding.of(Diagnostic.warning("SPC0104", "Unknown field", text)
                                .hint(text))),
                List.of(new Report.Section(text, List.of("~ nic " + text))));
    }

    /** What a host or an author may write, tried in every place of every format. */
    private static final String HOSTILE =
            "</code></details>\n```\n| a | b |\n# h @root #1 ![x](http://y) [l](0) <script>{0} "
                    + "`` ``` \\| ]]> &amp; \"'% ::error::x\u0000\u0007\u202e\ud800 www.example.com a@b.example 50%0A, c:d";

    @ParameterizedTest
    @ValueSource(strings = {"plain", HOSTILE})
    void sarifKeepsToThePublishedSchema(String text) throws IOException {
        String sarif = ReportFormat.SARIF.text(of(text), ROOTS);
        assertThat(sarifSchema().validate(sarif, InputFormat.JSON)).isEmpty();
        JsonNode results = MAPPER.readTree(sarif).at("/runs/0/results");
        assertThat(results).hasSize(2);
        JsonNode physical = results.get(0).at("/locations/0/physicalLocation");
        assertThat(physical.at("/artifactLocation/uri").asText()).isEqualTo("site/inventory/a%20b%23.yml");
        assertThat(physical.at("/region/startLine").asInt()).isEqualTo(7);
        assertThat(results.get(0).at("/message/text").asText())
                .doesNotContain("t>{0} ")
                .doesNotContainPattern("[^\\\\]]\\(");
        JsonNode placeless = results.get(1).at("/locations/0/physicalLocation");
        assertThat(placeless.at("/artifactLocation/uri").asText()).isEqualTo("site/inventory/project.yml");
        assertThat(placeless.has("region")).isFalse();
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws IOException {
        String broken = ReportFormat.SARIF.text(of("x"), ROOTS).replace("\"level\" : \"error\"", "\"level\" : \"bad\"");
        assertThat(sarifSchema().validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    /** The OASIS schema, from the jar of a library that was generated from it. */
    private static Schema sarifSchema() throws IOException {
        try (InputStream in = ReportFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", HOSTILE})
    void junitIsReadBySurefire(String text) throws Exception {
        String xml = ReportFormat.JUNIT.text(of(text), ROOTS);
        TestSuiteXmlParser parser = new TestSuiteXmlParser(new NullConsoleLogger());
        List<ReportTestSuite> suites = parser.parse(new InputStreamReader(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        ReportTestSuite suite = suites.getLast();
        assertThat(suite.getNumberOfTests()).isEqualTo(3);
        assertThat(suite.getNumberOfFailures()).isEqualTo(1);
        ReportTestCase failed = suite.getTestCases().getFirst();
        assertThat(failed.getName()).isEqualTo("esxi1");
        assertThat(failed.hasFailure()).isTrue();
        assertThat(failed.getFailureDetail()).contains("site/inventory/a b#.yml:7:3");
    }

    @Test
    void githubCommandsAreEscapedAsTheToolkitDoes() {
        Finding finding = new Finding(
                "SPC0104",
                Severity.ERROR,
                "Unknown: 100%, field",
                "b, 50%\r\nc::d %0A",
                Optional.of(Span.of("inventory/a,b:c%.yml", 3, 1, 8)),
                "esxi1",
                "");
        // "Unknown…" and the message as issueCommand of @actions/core 1.11 writes them.
        assertThat(ReportFormat.GITHUB.text(report(List.of(finding), List.of()), Roots.NONE))
                .isEqualTo("::error file=inventory/a%2Cb%3Ac%25.yml,line=3,endLine=3,col=1,endColumn=9,"
                        + "title=SPC0104 Unknown%3A 100%25%2C field::Unknown: 100%25, field%0Ab, 50%25%0Ac::d %250A\n");
    }

    @Test
    void githubHasOneCommandALineAndErrorsFirst() {
        List<Finding> findings =
                List.of(finding(Severity.NOTE, "esxi1", HOSTILE), finding(Severity.ERROR, "esxi2", HOSTILE));
        assertThat(ReportFormat.GITHUB.text(report(findings, List.of()), ROOTS).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("::error file=site/inventory/a b#.yml,line=7,endLine=7,col=3,endColumn=7,");
    }

    /** The fields and words of the table in GitLab's documentation of Code Quality reports. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", HOSTILE})
    void gitlabGetsWhatItsMergeRequestsRead(String text) throws IOException {
        List<Finding> twice = List.of(finding(Severity.ERROR, "esxi1", text), finding(Severity.ERROR, "esxi1", text));
        List<Finding> all = new ArrayList<>(of(text).findings());
        all.addAll(twice);
        JsonNode entries = MAPPER.readTree(ReportFormat.GITLAB.text(report(all, List.of()), ROOTS));
        assertThat(entries).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.fieldNames())
                    .toIterable()
                    .containsExactly("description", "check_name", "fingerprint", "severity", "location");
            assertThat(entry.get("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(entry.get("fingerprint").asText()).matches("[0-9a-f]{64}");
            assertThat(entry.get("description").asText()).isNotEmpty().doesNotContain("\n");
            assertThat(entry.at("/location/path").asText()).startsWith("site/inventory/");
            assertThat(entry.at("/location/lines/begin").asInt()).isPositive();
        });
        assertThat(entries.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
        assertThat(entries.get(0).at("/location/lines/begin").asInt()).isEqualTo(7);
        assertThat(entries.get(3).at("/location/path").asText()).isEqualTo("site/inventory/project.yml");
        assertThat(ReportFormat.GITLAB.text(report(List.of(), List.of()), ROOTS))
                .isEqualTo("[ ]\n");
    }

    @Test
    void everyLineOfNdjsonIsAnObject() throws IOException {
        List<String> types = new ArrayList<>();
        for (String line : ReportFormat.NDJSON.text(of(HOSTILE), ROOTS).split("\n")) {
            JsonNode object = MAPPER.readTree(line);
            assertThat(object.isObject()).isTrue();
            types.add(object.get("type").asText());
        }
        assertThat(types).containsExactly("start", "finding", "finding", "end");
    }

    /** What the page is made of, as a CommonMark parser with GitHub's tables sees it. */
    private static final class Seen extends AbstractVisitor {
        final List<String> html = new ArrayList<>();
        final List<String> code = new ArrayList<>();
        final List<String> links = new ArrayList<>();
        final List<String> cells = new ArrayList<>();

        @Override
        public void visit(HtmlBlock block) {
            html.add(block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            html.add(inline.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock block) {
            code.add(block.getLiteral());
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                cells.add("");
            }
            super.visit(node);
        }

        @Override
        public void visit(Text text) {
            if (!cells.isEmpty()) {
                cells.set(cells.size() - 1, cells.getLast() + text.getLiteral());
            }
        }
    }

    private static Seen seen(String markdown) {
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        Seen seen = new Seen();
        parser.parse(markdown).accept(seen);
        return seen;
    }

    @Test
    void hostileTextStaysText() {
        Seen seen = seen(ReportFormat.MARKDOWN.text(of(HOSTILE), ROOTS));
        assertThat(seen.links).isEmpty();
        assertThat(seen.html)
                .allSatisfy(
                        tag -> assertThat(tag)
                                .matches(
                                        "(?s)</?code>|<details>\n<summary>[^<>]*(<code>&#\\d+;</code>[^<>]*)*</summary>|</details>"));
        assertThat(seen.code).singleElement().asString().contains("</details>").contains("```");
        assertThat(seen.cells).hasSize(4 + 2 * 4);
        assertThat(seen.cells.get(6)).contains("| a | b |").contains("<script>").contains("@root");
    }

    @Test
    void equalFindingsOfManyHostsAreOneRow() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            findings.add(finding(Severity.WARNING, "esxi" + i, "It is off."));
        }
        Seen seen = seen(ReportFormat.MARKDOWN.text(report(findings, List.of()), ROOTS));
        assertThat(seen.cells).hasSize(8);
        assertThat(seen.cells.get(5)).isEqualTo("esxi1, esxi2, esxi3 and 47 more");
        assertThat(seen.cells.get(6)).startsWith("card:*/x Blocked");
    }

    @Test
    void markdownKeepsItsBudgetAndItsVerdict() {
        List<Finding> findings = new ArrayList<>();
        List<Report.Section> sections = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            findings.add(finding(i % 2 == 0 ? Severity.WARNING : Severity.ERROR, "esxi1", "ü number " + i));
            sections.add(new Report.Section("esxi" + i, List.of("~ ü".repeat(100), "~ b".repeat(100))));
        }
        String page = ReportFormat.MARKDOWN.text(report(findings, sections), ROOTS);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(MarkdownReport.BUDGET - 1_000, MarkdownReport.BUDGET);
        assertThat(page)
                .startsWith("## twinpath plan: attention\n")
                .contains("more rows are left out here")
                .contains("The rest is left out here, ");
        Seen seen = seen(page);
        assertThat(seen.cells.get(4)).isEqualTo("error");
        assertThat(seen.html).filteredOn(h -> h.startsWith("<details>")).hasSameSizeAs(seen.code);
    }

    @Test
    void oneLongPartIsCutAtALine() {
        List<String> lines = java.util.Collections.nCopies(5_000, "~ vswitch vSwitch0  mtu: 1500 -> 9000");
        Seen seen =
                seen(ReportFormat.MARKDOWN.text(report(List.of(), List.of(new Report.Section("esxi1", lines))), ROOTS));
        assertThat(seen.code.getFirst().lines()).hasSizeGreaterThan(1_000).allMatch(lines.getFirst()::equals);
    }
}
