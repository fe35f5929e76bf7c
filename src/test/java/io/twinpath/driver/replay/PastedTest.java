package io.twinpath.driver.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.esxcli.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published outputs after a page, a mail or an editor had them: they say the same, or nothing and why. */
class PastedTest {

    private static final Path CAPTURES = Path.of("src/test/resources/esxcli/captures");
    private static final Query QUERY = EsxcliQuery.of("network nic list");

    private static String read(String body) {
        return read(body, Format.TEXT);
    }

    /** All that is read, without the places. */
    private static String read(String body, Format format) {
        Reply reply = Pasted.reply(QUERY, body.getBytes(StandardCharsets.UTF_8), format, "file");
        Replies replies = Replies.none();
        replies.add(Map.of(QUERY, reply));
        try {
            return replies.rows(QUERY).stream().map(PastedTest::flat).toList().toString();
        } catch (UnreadableException e) {
            try {
                return replies.scalar(QUERY);
            } catch (UnreadableException neither) {
                return refused(e);
            }
        }
    }

    private static String refused(UnreadableException e) {
        assertThat(e).hasMessageMatching("(?s)file, line \\d+: .*");
        return "refused";
    }

    private static String flat(Row row) {
        return row.key() + row.cells().toString().replaceAll("source=[^,]*, line \\d+, ", "");
    }

    private static Stream<Path> captures() throws IOException {
        try (Stream<Path> files = Files.list(CAPTURES)) {
            return files
                    .filter(f -> !f.getFileName().toString().matches("expected.txt|refused-.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String body(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\A(?:# .*\n)+", "");
    }

    @TestFactory
    Stream<DynamicTest> whatStandsAroundAnOutputDoesNotMatter() throws IOException {
        return captures()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String body = body(file);
                    String expected = read(body);
                    assertThat(expected).isNotEqualTo("refused");
                    around(body)
                            .forEach((how, pasted) ->
                                    assertThat(read(pasted)).as(how).isEqualTo(expected));
                }));
    }

    private static Map<String, String> around(String body) {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("in a fence", "```\n" + body + "```\n");
        variants.put(
                "in a fence with its language", "```text\n[root@esxi3:~] esxcli network nic list\n" + body + "\n```");
        variants.put("indented by a tab", body.replaceAll("(?m)^(?=.)", "\t"));
        variants.put("indented by four blanks", body.replaceAll("(?m)^(?=.)", "    "));
        variants.put("indented, with CRLF", body.replaceAll("(?m)^(?=.)", "  ").replace("\n", "\r\n"));
        variants.put("in tildes", "~~~\n[root@esxi3:~] \n[root@esxi3:~] ls\n" + body + "~~~");
        variants.put("in a page", "<pre>~ # esxcli network nic list\n" + body + "</pre>\n");
        variants.put("in code", "<pre><code>" + body + "</code></pre>");
        variants.put("quoted", body.replaceAll("(?m)^", "> "));
        if (!body.contains("\\")) {
            variants.put("with escaped underscores", body.replace("_", "\\_"));
        }
        if (body.matches("(?s).*(^|\n)( {3,8}[A-Z][^:\n]*:|-+( +-+)+).*")) {
            variants.put("commented", "esxcli network nic list\n" + body.replaceAll("(?m)^(?=.)", "# "));
        }
        variants.put("marked", "\ufeff# source: x\n" + body);
        return variants;
    }

    /** What is lost can make an output unreadable, never say something else. */
    @TestFactory
    Stream<DynamicTest> lostBlanksNeverSaySomethingElse() throws IOException {
        return captures()
                .filter(f -> f.toString().endsWith(".txt"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String body = body(file);
                    String expected = read(body).replaceAll(" +", " ");
                    for (String lost : List.of(
                            body.replaceAll("(?m)^ +", ""),
                            body.replaceAll(" {2,}", " "),
                            body.replaceAll("(?m)^ +", "").replaceAll(" {2,}", " "),
                            body.replaceAll("(?m)(?<=\\S) {2,}", " "),
                            body.replaceAll(" {8}", "\t"),
                            body.replaceAll("(?m)^ {3}", "\t"))) {
                        String seen = read(lost).replaceAll(" +", " ");
                        assertThat(seen)
                                .as(lost)
                                .satisfiesAnyOf(
                                        s -> assertThat(s).isEqualTo("refused"),
                                        s -> assertThat(s).isEqualTo(expected),
                                        s -> assertThat(flattened(s)).isEqualTo(flattened(expected)));
                    }
                }));
    }

    @Test
    void aCommentedOutputIsNotAnEmptyOne() {
        assertThat(read("# esxi: 7.0.3\n# vSwitch0\n#    Name: vSwitch0\n")).isNotEqualTo("[]");
        assertThat(read("# esxi: 7.0.3\n# command: esxcli iscsi adapter list\n"))
                .isEqualTo("[]");
    }

    @Test
    void recordsIndentedByATabAreReadWithOrWithoutItBeforeTheirNames() {
        String plain = read("naa.1\n   Display Name: a\n   Policy: VMW_PSP_RR\n\nnaa.2\n   Display Name: b\n");
        assertThat(read("naa.1\n\tDisplay Name: a\n\tPolicy: VMW_PSP_RR\n\nnaa.2\n\tDisplay Name: b\n"))
                .isEqualTo(plain);
        assertThat(read("\tnaa.1\n\tDisplay Name: a\n\tPolicy: VMW_PSP_RR\n\n\tnaa.2\n\tDisplay Name: b\n"))
                .isEqualTo(plain);
    }

    /** Without the braces of nested structures, which lost indentation cannot show. */
    private static String flattened(String rows) {
        return rows.replaceAll("Rows\\[rows=\\[Row\\[key=, cells=\\{(.*?)\\}\\]\\]\\]", "Text[text=], $1");
    }

    @Test
    void recordsWithoutTheirIndentationAreReadWhereTheyArePlain() {
        assertThat(read("Default Action: DROP\nEnabled: true\nLoaded: true\n"))
                .isEqualTo(read("   Default Action: DROP\n   Enabled: true\n   Loaded: true\n"))
                .contains("defaultaction");
        assertThat(read("vSwitch0\nName: vSwitch0\nMTU: 1500\n\nvSwitch1\nName: vSwitch1\nMTU: 9000\n"))
                .isEqualTo(read(
                        "vSwitch0\n   Name: vSwitch0\n   MTU: 1500\n\nvSwitch1\n   Name: vSwitch1\n   MTU: 9000\n"))
                .contains("vSwitch1");
        for (String other : List.of(
                "Error: Unknown command or namespace network nic lst\n",
                "Unable to Set: Busy\n",
                "Connect to localhost failed: Connection failure\n",
                "vSwitch0\nName: vSwitch0\nvSwitch1\nName: vSwitch1\n",
                "vSwitch0\nName: vSwitch0\nName: vSwitch1\n",
                "Name: vSwitch0\n\nname lost\n")) {
            assertThat(read(other)).as(other).isIn("refused");
        }
    }
}
