package io.twinpath.report.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.diag.Label;
import io.twinpath.diag.Severity;
import io.twinpath.diag.Span;
import io.twinpath.report.Finding;
import io.twinpath.report.Json;
import io.twinpath.report.Printable;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SARIF 2.1.0, for code scanning. Every finding is a result at the line that caused it. Code scanning refuses results without
 * a file, so what has no line of its own is shown with the file of the project.
 */
final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)}");

    private final Roots roots;
    private final JsonGenerator json;

    private SarifReport(Roots roots, JsonGenerator json) {
        this.roots = roots;
        this.json = json;
    }

    static String text(Report report, Roots roots) {
        return Json.object(json -> new SarifReport(roots, json).write(report));
    }

    private void write(Report report) throws IOException {
        Map<String, Finding> rules = new LinkedHashMap<>();
        report.findings().forEach(f -> rules.putIfAbsent(f.rule(), f));
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(rules);
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "twinpath/" + report.verb() + "/");
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        List<String> order = List.copyOf(rules.keySet());
        for (Finding finding : report.findings()) {
            result(finding, order.indexOf(finding.rule()));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void tool(Map<String, Finding> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Twinpath");
        json.writeArrayFieldStart("rules");
        for (Map.Entry<String, Finding> rule : rules.entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", rule.getKey());
            message("shortDescription", rule.getValue().title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Finding finding, int rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", level(finding.severity()));
        message("message", shown(finding.whole()));
        Optional<String> file = roots.fileOf(finding);
        if (file.isPresent() || !finding.subject().isEmpty()) {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            if (file.isPresent()) {
                physical(file.orElseThrow(), roots.spanOf(finding));
            }
            logical(finding.subject());
            json.writeEndObject();
            json.writeEndArray();
        }
        related(finding.related());
        json.writeEndObject();
    }

    private void logical(String subject) throws IOException {
        if (!subject.isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", Printable.line(subject));
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void related(List<Label> labels) throws IOException {
        List<Label> inFiles =
                labels.stream().filter(l -> roots.file(l.span()).isPresent()).toList();
        if (inFiles.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("relatedLocations");
        for (int i = 0; i < inFiles.size(); i++) {
            Label label = inFiles.get(i);
            json.writeStartObject();
            json.writeNumberField("id", i + 1);
            physical(roots.file(label.span()).orElseThrow(), Optional.of(label.span()));
            message("message", Printable.line(label.text()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void physical(String file, Optional<Span> at) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(file));
        json.writeEndObject();
        if (at.isPresent()) {
            Span span = at.orElseThrow();
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", span.start().line());
            json.writeNumberField("startColumn", span.start().column());
            json.writeNumberField("endLine", span.end().line());
            json.writeNumberField("endColumn", span.end().column());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void message(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A consumer makes arguments of {@code {0}} and links of {@code [text](target)}; text of others asks for neither. */
    private static String shown(String text) {
        String lines = text.lines().map(Printable::line).collect(Collectors.joining("\n"));
        return PLACEHOLDER.matcher(lines).replaceAll("{{$1}}").replace("](", "\\](");
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** A relative reference of RFC 3986: everything but unreserved characters and slashes is percent-encoded. */
    static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c < 0x80 && Character.isLetterOrDigit(c)) || "-._~/".indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(String.format("%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
