package io.twinpath.report;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Label;
import io.twinpath.diag.Severity;
import io.twinpath.diag.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a report tells of: a diagnostic, a change that is pending, something that drifted.
 *
 * @param rule what kind of thing it is: the code of a diagnostic, else words with hyphens, such as {@code blocked}
 * @param severity how much it weighs
 * @param title constant per rule, without anything that a host or an author wrote
 * @param text what is so, in one or more sentences; without the place and the subject
 * @param at the place in the spec that caused it; empty when there is none
 * @param related further places that take part in it
 * @param group what it is checked with: a host, vCenter, or a file; findings of equal text are told once for all groups
 * @param subject the address or name of what it is about; may be empty
 * @param hints what to do
 */
public record Finding(
        String rule,
        Severity severity,
        String title,
        String text,
        Optional<Span> at,
        List<Label> related,
        String group,
        String subject,
        List<String> hints) {

    public Finding {
        related = List.copyOf(related);
        hints = List.copyOf(hints);
    }

    /** One without further places and hints. */
    public Finding(
            String rule,
            Severity severity,
            String title,
            String text,
            Optional<Span> at,
            String group,
            String subject) {
        this(rule, severity, title, text, at, List.of(), group, subject, List.of());
    }

    /** A diagnostic, checked with the file that it points into. */
    public static Finding of(Diagnostic d) {
        return new Finding(
                d.code(),
                d.severity(),
                d.summary(),
                d.detail().isEmpty() ? d.primary().map(Label::text).orElse("") : d.detail(),
                d.primary().map(Label::span),
                d.related(),
                d.primary().map(l -> l.span().source()).orElse(Report.ALL),
                d.subject().orElse(""),
                d.hints());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Title, text and hints as one text of several lines. */
    public String whole() {
        List<String> lines = new ArrayList<>();
        lines.add(subject.isEmpty() ? title : title + ": " + subject);
        if (!text.isEmpty()) {
            lines.add(text);
        }
        lines.addAll(hints);
        return String.join("\n", lines);
    }
}
