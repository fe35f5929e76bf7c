package io.twinpath.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Label;
import io.twinpath.diag.Span;
import io.twinpath.model.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Writes JSON documents: two blanks of indent, fields in the order of writing, {@code format_version} first. */
public final class Json {

    /** Grows by one when a reader of the old form would be misled; additions do not change it. */
    public static final int FORMAT_VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes the inside of one object. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** A whole document, with a newline at its end. */
    public static String document(Body body) {
        return object(json -> {
            json.writeNumberField("format_version", FORMAT_VERSION);
            body.write(json);
        });
    }

    /** A document of a form that is not ours, and so without our version. */
    public static String object(Body body) {
        return text(true, body);
    }

    /** An object on one line, which ends with a newline. */
    public static String line(Body body) {
        return text(false, body);
    }

    private static String text(boolean pretty, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does not fail", e);
        }
        return text + "\n";
    }

    /** A plain value. */
    public static void value(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.None n -> json.writeNull();
            case Value.Text t -> json.writeString(t.text());
            case Value.Whole w -> json.writeNumber(w.number());
            case Value.Flag f -> json.writeBoolean(f.on());
            case Value.Items items -> {
                json.writeStartArray();
                for (Value item : items.items()) {
                    value(json, item);
                }
                json.writeEndArray();
            }
            case Value.Fields fields -> {
                json.writeStartObject();
                for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
                    json.writeFieldName(field.getKey());
                    value(json, field.getValue());
                }
                json.writeEndObject();
            }
        }
    }

    public static void strings(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** The field {@code diagnostics}. */
    public static void diagnostics(JsonGenerator json, Collection<Diagnostic> diagnostics) throws IOException {
        json.writeArrayFieldStart("diagnostics");
        for (Diagnostic d : diagnostics) {
            diagnostic(json, d);
        }
        json.writeEndArray();
    }

    private static void diagnostic(JsonGenerator json, Diagnostic d) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", d.code());
        json.writeStringField("severity", d.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("summary", d.summary());
        json.writeStringField("detail", d.detail());
        if (d.subject().isPresent()) {
            json.writeStringField("subject", d.subject().orElseThrow());
        }
        if (d.primary().isPresent()) {
            json.writeFieldName("at");
            label(json, d.primary().orElseThrow());
        }
        json.writeArrayFieldStart("related");
        for (Label related : d.related()) {
            label(json, related);
        }
        json.writeEndArray();
        strings(json, "hints", d.hints());
        json.writeEndObject();
    }

    private static void label(JsonGenerator json, Label label) throws IOException {
        Span span = label.span();
        json.writeStartObject();
        json.writeStringField("source", span.source());
        json.writeNumberField("line", span.start().line());
        json.writeNumberField("column", span.start().column());
        json.writeNumberField("end_line", span.end().line());
        json.writeNumberField("end_column", span.end().column());
        json.writeStringField("text", label.text());
        json.writeEndObject();
    }
}
