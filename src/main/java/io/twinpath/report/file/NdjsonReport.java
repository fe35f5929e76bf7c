package io.twinpath.report.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.diag.Span;
import io.twinpath.report.Finding;
import io.twinpath.report.Json;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** One JSON object a line: the start, the progress as it comes, the findings, and the end with the verdict. */
public final class NdjsonReport {

    private NdjsonReport() {}

    /** The first line. */
    public static String start(String verb) {
        return Json.line(json -> {
            json.writeNumberField("format_version", Json.FORMAT_VERSION);
            json.writeStringField("type", "start");
            json.writeStringField("verb", verb);
        });
    }

    /** A host answered. */
    public static String answered(String host, int facts) {
        return Json.line(json -> {
            json.writeStringField("type", "answered");
            json.writeStringField("host", host);
            json.writeNumberField("facts", facts);
        });
    }

    /** A host could not be asked. */
    public static String failed(String host, String reason) {
        return Json.line(json -> {
            json.writeStringField("type", "failed");
            json.writeStringField("host", host);
            json.writeStringField("reason", reason);
        });
    }

    /** Everything behind the progress. */
    public static String rest(Report report, Roots roots) {
        StringBuilder lines = new StringBuilder();
        report.findings().forEach(f -> lines.append(Json.line(json -> finding(f, roots, json))));
        lines.append(Json.line(json -> {
            json.writeStringField("type", "end");
            json.writeStringField("verdict", report.verdict().word());
            json.writeStringField("summary", report.summary());
        }));
        return lines.toString();
    }

    private static void finding(Finding finding, Roots roots, JsonGenerator json) throws IOException {
        json.writeStringField("type", "finding");
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("title", finding.title());
        json.writeStringField("text", finding.text());
        json.writeStringField("group", finding.group());
        if (!finding.subject().isEmpty()) {
            json.writeStringField("subject", finding.subject());
        }
        Optional<Span> at = roots.spanOf(finding);
        if (at.isPresent()) {
            Span span = at.orElseThrow();
            json.writeObjectFieldStart("at");
            json.writeStringField("file", roots.file(span).orElseThrow());
            json.writeNumberField("line", span.start().line());
            json.writeNumberField("column", span.start().column());
            json.writeEndObject();
        }
        Json.strings(json, "hints", finding.hints());
    }
}
