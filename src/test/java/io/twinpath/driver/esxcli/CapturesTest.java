package io.twinpath.driver.esxcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Outputs that people published, against what they say; {@code expected.txt} beside them explains its own form. */
class CapturesTest {

    private static final Path FOLDER = Path.of("src/test/resources/esxcli/captures");

    /** The expected values of one file. */
    private record Expected(String file, String size, List<String> values) {}

    @TestFactory
    Stream<DynamicTest> sayWhatTheySay() {
        return expected().stream()
                .flatMap(e -> variants(body(e.file)).entrySet().stream()
                        .map(v -> DynamicTest.dynamicTest(e.file + ", " + v.getKey(), () -> check(e, v.getValue()))));
    }

    /** As published, and as it looks after a terminal, a web page or a mail. */
    private static Map<String, String> variants(String body) {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("as published", body);
        variants.put("blanks at line ends lost", body.replaceAll("(?m)[ \\t]+$", ""));
        variants.put("last line end lost", body.stripTrailing());
        variants.put("CRLF", body.replace("\n", "\r\n"));
        variants.put("blank lines around", "\n\n" + body + "\n\n");
        return variants;
    }

    private static void check(Expected expected, String body) throws UnreadableException {
        Reply reply = new Reply(0, Fixtures.format(expected.file), body, expected.file);
        if (expected.size.equals("refused")) {
            assertThatThrownBy(() -> Output.rows(reply))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageMatching(".*, line [0-9]+: .*")
                    .message()
                    .satisfies(m -> assertThat(m.replaceFirst(", line [0-9]+:", ":"))
                            .isEqualTo(expected.file + ": " + expected.values.get(0)));
            return;
        }
        if (expected.size.equals("scalar")) {
            assertThat("= " + Output.scalar(reply)).isEqualTo(expected.values.get(0));
            return;
        }
        List<Row> rows = Output.rows(reply);
        assertThat(rows).hasSize(Integer.parseInt(expected.size));
        for (String line : expected.values) {
            String[] sides = line.split(" =(?: |$)", 2);
            int blank = sides[0].indexOf(' ');
            value(rows.get(Integer.parseInt(sides[0].substring(0, blank))), sides[0].substring(blank + 1), sides[1]);
        }
    }

    private static void value(Row row, String field, String expected) throws UnreadableException {
        int nested = field.indexOf(" > ");
        if (nested > 0) {
            List<Row> inside = row.rows(field.substring(0, nested));
            assertThat(inside).as(field).hasSize(1);
            value(inside.get(0), field.substring(nested + 3), expected);
        } else if (expected.startsWith("[")) {
            assertThat(row.items(field).toString()).as(field).isEqualTo(expected);
        } else if (field.equals("@key")) {
            assertThat(row.key()).isEqualTo(expected);
        } else {
            assertThat(row.text(field).orElse("")).as(field).isEqualTo(expected);
            typed(row, field, expected);
        }
    }

    private static void typed(Row row, String field, String expected) throws UnreadableException {
        if (expected.matches("-?[0-9]{1,15}|0x[0-9a-f]{1,8}")) {
            assertThat(row.number(field)).as(field).contains(Long.decode(expected));
        }
        if (expected.matches("true|false")) {
            assertThat(row.flag(field)).as(field).contains(Boolean.valueOf(expected));
        }
    }

    /** Outputs of other formatters are never taken for text. */
    @TestFactory
    Stream<DynamicTest> otherFormattersAreNoText() {
        return files().filter(f -> Fixtures.format(f) != Format.TEXT)
                .map(f -> DynamicTest.dynamicTest(f, () -> {
                    assertThat(Format.of(body(f))).isEqualTo(Fixtures.format(f));
                    assertThatThrownBy(() -> Output.rows(new Reply(0, Format.TEXT, body(f), f)))
                            .isInstanceOf(UnreadableException.class);
                }));
    }

    @Test
    void eachFileNamesItsOriginAndIsExpected() {
        assertThat(files().toList())
                .isEqualTo(expected().stream().map(Expected::file).toList());
        assertThat(files())
                .allSatisfy(f -> assertThat(text(f))
                        .containsPattern("(?m)^(# )?source: .+\n(# )?esxi: .+\n(# )?command: .+\n(# )?layout: .+\n"));
    }

    private static List<Expected> expected() {
        Map<String, Expected> all = new TreeMap<>();
        for (String block : text("expected.txt").split("\n\n")) {
            List<String> lines = block.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
            if (!lines.isEmpty()) {
                String[] head = lines.get(0).split(": ");
                all.put(head[0], new Expected(head[0], head[1], lines.subList(1, lines.size())));
            }
        }
        return List.copyOf(all.values());
    }

    private static Stream<String> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> !f.equals("expected.txt"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the lines that name the origin; xml has them in a comment. */
    private static String body(String file) {
        return file.endsWith(".xml") ? text(file) : text(file).replaceAll("\\A(?:# .*\n)+", "");
    }

    private static String text(String file) {
        return Fixtures.body("captures/" + file);
    }
}
