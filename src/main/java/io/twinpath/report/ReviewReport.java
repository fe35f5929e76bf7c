package io.twinpath.report;

import io.twinpath.diag.Severity;
import io.twinpath.diag.Span;
import io.twinpath.model.Address;
import io.twinpath.review.Action;
import io.twinpath.review.Edit;
import io.twinpath.review.FieldEdit;
import io.twinpath.review.Place;
import io.twinpath.review.Review;
import io.twinpath.review.RiskShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a change of a project means, as a report: risks for which it is refused are errors, others that it opens and what it
 * deletes are warnings, everything else is a note, each at the line of the newer version that does it.
 */
public final class ReviewReport {

    private final Compared compared;
    private final ReviewWords words;
    private final List<Finding> findings = new ArrayList<>();

    private ReviewReport(Compared compared) {
        this.compared = compared;
        this.words = new ReviewWords(compared);
    }

    public static Report of(Review review, Compared compared) {
        ReviewReport report = new ReviewReport(compared);
        review.risks().forEach(report::risk);
        review.edits().forEach(report::edit);
        boolean opens = review.risks().stream().anyMatch(r -> r.turn() == RiskShift.Turn.OPENS);
        Report.Verdict differs = review.isEmpty() ? Report.Verdict.GOOD : Report.Verdict.CHANGES;
        return new Report(
                "diff",
                opens ? Report.Verdict.ATTENTION : differs,
                report.words.summary(review),
                report.findings,
                List.copyOf(review.hosts()),
                Severity.ERROR,
                new ReviewView(compared, Style.PLAIN).sections(review),
                new ReviewJson(compared).text(review));
    }

    private void risk(RiskShift risk) {
        boolean opens = risk.turn() == RiskShift.Turn.OPENS;
        Severity opening = risk.refused() ? Severity.ERROR : Severity.WARNING;
        findings.add(new Finding(
                risk.code(),
                opens ? opening : Severity.NOTE,
                opens ? "Opens a risk" : "Closes a risk",
                risk.text() + formerly(risk.at()),
                here(risk.at()),
                Report.ALL,
                ""));
    }

    private void edit(Edit edit) {
        if (edit.action() == Action.CHANGE) {
            for (FieldEdit field : edit.fields()) {
                String text = field.path() + ": " + ReviewWords.change(field.before(), field.after());
                add(edit, "Wanted in another form", text, field.at().stream().findFirst());
            }
            return;
        }
        String title = switch (edit.action()) {
            case DECLARE -> "Wanted now";
            case DELETE -> "Must not exist any more";
            case CHANGE -> "Wanted in another form";
            case FORGET -> "Not managed any more";
        };
        add(edit, title, edit.note(), edit.at());
    }

    private void add(Edit edit, String title, String text, Optional<Place> at) {
        Address address = edit.address();
        findings.add(new Finding(
                edit.action().name().toLowerCase(Locale.ROOT),
                edit.action() == Action.DELETE ? Severity.WARNING : Severity.NOTE,
                title,
                text + formerly(at),
                here(at),
                address.host().orElse(Report.ALL),
                address.toString()));
    }

    /** Only the newer version's lines are there to be shown. */
    private static Optional<Span> here(Optional<Place> at) {
        return at.filter(p -> p.side() == Place.Side.AFTER).map(Place::span);
    }

    private String formerly(Optional<Place> at) {
        return at.filter(p -> p.side() == Place.Side.BEFORE)
                .map(p -> " (" + compared.at(p) + ")")
                .orElse("");
    }
}
