package io.twinpath.diag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that is wrong or worth knowing, as data. Views decide how it is drawn.
 *
 * @param code stage and number, such as {@code SPC0104}; never reused, explained in {@code src/docs/errors/CODE.md}
 * @param severity how much it weighs
 * @param summary constant per code, without anything the user wrote, so that readers learn to recognise it
 * @param detail full sentences: what is wrong, then why; may be empty
 * @param primary where; empty when no text is at fault
 * @param related further places that take part in it, such as the first of two equal keys
 * @param subject the address or object it is about
 * @param hints what to do, one sentence or command each
 */
public record Diagnostic(
        String code,
        Severity severity,
        String summary,
        String detail,
        Optional<Label> primary,
        List<Label> related,
        Optional<String> subject,
        List<String> hints) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}[0-9]{4}");

    /** By place first, so that a reader walks through a file once; things without a place come last. */
    public static final Comparator<Diagnostic> BY_PLACE = Diagnostic::compare;

    public Diagnostic {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code is three letters and four digits: " + code);
        }
        related = List.copyOf(related);
        hints = List.copyOf(hints);
    }

    /** An error without a place yet; add what is known with the {@code with…} methods. */
    public static Diagnostic error(String code, String summary, String detail) {
        return new Diagnostic(
                code, Severity.ERROR, summary, detail, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    public static Diagnostic warning(String code, String summary, String detail) {
        return new Diagnostic(
                code, Severity.WARNING, summary, detail, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Diagnostic at(Span span, String label) {
        return new Diagnostic(
                code, severity, summary, detail, Optional.of(new Label(span, label)), related, subject, hints);
    }

    public Diagnostic also(Span span, String label) {
        return new Diagnostic(
                code, severity, summary, detail, primary, append(related, new Label(span, label)), subject, hints);
    }

    public Diagnostic about(String what) {
        return new Diagnostic(code, severity, summary, detail, primary, related, Optional.of(what), hints);
    }

    public Diagnostic hint(String hint) {
        return new Diagnostic(code, severity, summary, detail, primary, related, subject, append(hints, hint));
    }

    private static int compare(Diagnostic left, Diagnostic right) {
        int places = comparePlaces(left.primary.map(Label::span), right.primary.map(Label::span));
        int codes = left.code.compareTo(right.code);
        return places != 0 ? places : codes != 0 ? codes : left.detail.compareTo(right.detail);
    }

    private static int comparePlaces(Optional<Span> left, Optional<Span> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        return left.orElseThrow().compareTo(right.orElseThrow());
    }

    private static <T> List<T> append(List<T> list, T item) {
        ArrayList<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
