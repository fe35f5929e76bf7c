package io.twinpath.report;

import io.twinpath.review.Action;
import io.twinpath.review.Folded;
import io.twinpath.review.Review;
import io.twinpath.review.RiskShift;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of a project means, for people. {@code +} is wanted now, {@code ~} in another form, {@code -} must not exist
 * any more, {@code *} is not managed any more and left as it is.
 */
public final class ReviewView {

    private static final int WIDEST = 132;

    private final Style style;
    private final ReviewWords words;

    public ReviewView(Compared compared, Style style) {
        this.style = style;
        this.words = new ReviewWords(compared);
    }

    public String text(Review review) {
        StringBuilder out = new StringBuilder();
        risks(review.risks(), out);
        for (HostFold.Group group : fold(review).groups()) {
            out.append(style.bold(group.title())).append('\n');
            group.blocks()
                    .forEach(block ->
                            block.forEach(line -> out.append("  ").append(line).append('\n')));
        }
        out.append(style.bold(words.verdict(review) + "."))
                .append(' ')
                .append(Printable.line(words.same(review)))
                .append('\n');
        return out.toString();
    }

    /** The same as pieces of a report. */
    List<Report.Section> sections(Review review) {
        return HostFold.sections(fold(review));
    }

    private HostFold fold(Review review) {
        HostFold fold = new HostFold();
        for (Folded folded : Folded.of(review.edits())) {
            List<String> lines = lines(folded);
            folded.scopes().forEach(scope -> fold.add(scope.isEmpty() ? "the site" : Printable.line(scope), lines));
        }
        return fold;
    }

    private void risks(List<RiskShift> risks, StringBuilder out) {
        if (risks.isEmpty()) {
            return;
        }
        out.append(style.bold("Risks:")).append('\n');
        for (RiskShift risk : risks) {
            String line = ReviewWords.turn(risk) + " " + risk.code() + ": " + Printable.line(risk.text());
            out.append("  ")
                    .append(
                            switch (risk.turn()) {
                                case OPENS -> style.red(line);
                                case CLOSES -> style.green(line);
                            })
                    .append(place(words.places(risk.at().stream().toList())))
                    .append('\n');
        }
    }

    private List<String> lines(Folded folded) {
        String heading = Printable.line(ReviewWords.heading(folded));
        String note = folded.note().isEmpty() ? "" : "  " + folded.note();
        List<String> lines = new ArrayList<>();
        if (folded.action() == Action.CHANGE) {
            lines.add(coloured(folded.action(), heading) + note);
            folded.fields().forEach(f -> lines.add("    " + field(f) + place(words.places(f.places()))));
            return lines;
        }
        List<String> fields = folded.fields().stream().map(ReviewView::field).toList();
        String all = fields.isEmpty() ? "" : "  " + String.join("; ", fields);
        String at = place(words.places(folded.places()));
        if (heading.length() + all.length() <= WIDEST) {
            lines.add(coloured(folded.action(), heading) + all + note + at);
        } else {
            lines.add(coloured(folded.action(), heading) + note + at);
            fields.forEach(f -> lines.add("    " + f));
        }
        return lines;
    }

    private static String field(Folded.Field field) {
        String path = Printable.line(field.path().toString());
        String change = ReviewWords.change(field.before(), field.after());
        return path.isEmpty() ? change : path + ": " + change;
    }

    private String place(String places) {
        return places.isEmpty() ? "" : "  " + style.dim("(" + Printable.line(places) + ")");
    }

    private String coloured(Action action, String line) {
        return switch (action) {
            case DECLARE -> style.green(line);
            case CHANGE, FORGET -> style.yellow(line);
            case DELETE -> style.red(line);
        };
    }
}
