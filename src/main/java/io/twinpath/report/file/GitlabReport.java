package io.twinpath.report.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.diag.Severity;
import io.twinpath.report.Finding;
import io.twinpath.report.Printable;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Code Quality report of GitLab: the part of Code Climate's format that its merge requests read. Every entry needs a file and
 * a line; what has none stands at the first line of the file that stands for the project. The fingerprint is by what GitLab
 * tells whether a finding is new, so that it holds what is said and in which file, and not the line.
 */
final class GitlabReport {

    private static final JsonFactory FACTORY = new JsonFactory();

    private GitlabReport() {}

    static String text(Report report, Roots roots) {
        List<Finding> findings = report.findings().stream()
                .filter(finding -> roots.fileOf(finding).isPresent())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            Map<String, Integer> seen = new HashMap<>();
            json.writeStartArray();
            for (Finding finding : findings) {
                entry(finding, roots, seen, json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void entry(Finding finding, Roots roots, Map<String, Integer> seen, JsonGenerator json)
            throws IOException {
        String file = roots.fileOf(finding).orElseThrow();
        String description = finding.whole().lines().map(Printable::line).collect(Collectors.joining(" "));
        String known = String.join("\n", finding.rule(), file, finding.group(), description);
        int before = seen.merge(known, 1, Integer::sum) - 1;
        json.writeStartObject();
        json.writeStringField("description", description);
        json.writeStringField("check_name", finding.rule());
        json.writeStringField("fingerprint", hash(before == 0 ? known : known + "\n" + before));
        json.writeStringField("severity", severity(finding.severity()));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", file);
        json.writeObjectFieldStart("lines");
        json.writeNumberField(
                "begin", roots.spanOf(finding).map(at -> at.start().line()).orElse(1));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
