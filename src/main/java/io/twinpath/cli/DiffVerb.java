package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.git.Range;
import io.twinpath.report.Compared;
import io.twinpath.report.Json;
import io.twinpath.report.ReviewJson;
import io.twinpath.report.ReviewReport;
import io.twinpath.report.ReviewView;
import io.twinpath.report.file.ReportFormat;
import io.twinpath.review.Action;
import io.twinpath.review.Edit;
import io.twinpath.review.Place;
import io.twinpath.review.Review;
import io.twinpath.review.Reviewer;
import io.twinpath.review.Version;
import io.twinpath.risk.Risks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Says what a change of the project means: two revisions, compared by what they want. Offline. */
final class DiffVerb implements Callable<Integer> {

    /** Forms of the answer. */
    enum Form {
        text,
        json,
        markdown
    }

    private final Invocation run;

    private final ReportOption reports;

    private Form form = Form.text;

    private String range = "HEAD";

    private Optional<String> path = Optional.empty();

    private boolean affectedHosts;

    private boolean detailed;

    private boolean sameConnect;

    DiffVerb(Invocation run) {
        this.run = run;
        this.reports = new ReportOption(run);
    }

    Syntax syntax() {
        return Syntax.verb(
                        "diff",
                        this,
                        "Compare two Git revisions by what they want, offline: without a checkout, without a host.",
                        "Moving things between files, groups and modules is no change. Exits with 3 when it opens a risk",
                        "that plans are refused for, unless only hosts are asked for.")
                .with(reports::describe)
                .optional(
                        "A..B",
                        String.class,
                        given -> range = given,
                        "Two revisions. A.. or A alone: A and the working tree. A...B: from where",
                        "the two histories parted. Default: HEAD and the working tree.")
                .option(
                        "--output",
                        "FORM",
                        Form.class,
                        given -> form = given,
                        "Form of the answer: ${COMPLETION-CANDIDATES}. Default: text.")
                .flag(
                        "--affected-hosts",
                        given -> affectedHosts = given,
                        "Print only the names of the hosts on which something is wanted differently.")
                .flag(
                        "--detailed-exitcode",
                        given -> detailed = given,
                        "Exit with 2 when something is wanted differently.")
                .flag(
                        "--same-connect",
                        given -> sameConnect = given,
                        "Exit with 3 when a host or vCenter would be reached in another way or for the first time:",
                        "for pipelines, before they give credentials to a branch.")
                .option(
                        "--path",
                        "DIR",
                        String.class,
                        given -> path = Optional.of(given),
                        "The project's folder in the repository, where that cannot be seen: in a bare one.")
                .examples(
                        "twinpath diff main..HEAD",
                        "twinpath diff HEAD    # what is not committed yet",
                        "twinpath diff origin/main...HEAD --affected-hosts",
                        "twinpath diff main..HEAD --output markdown --detailed-exitcode");
    }

    @Override
    public Integer call() throws CliException {
        return reports.during("diff", form != Form.text, this::diff);
    }

    private int diff(Console people) throws CliException {
        Range asked = Results.orElseThrow(Range.parse(range), Exit.USAGE);
        Revisions revisions = Revisions.read(ProjectFolder.start(run), path, asked);
        Review wanted = Reviewer.review(revisions.before(), revisions.after());
        Risks.Difference risks = ReviewRisks.between(revisions.before(), revisions.after());
        Review review = wanted.withRisks(ReviewRisks.lines(risks, wanted));
        Compared compared = revisions.compared();
        people.out().print(affectedHosts ? hosts(review) : answer(review, compared, people));
        draw(revisions.before(), revisions.after());
        if (sameConnect) {
            refuseOtherWays(review);
        }
        reports.write(() -> ReviewReport.of(review, compared));
        if (!risks.refused().isEmpty() && !affectedHosts) {
            return Exit.REFUSED.code();
        }
        return (detailed && !review.isEmpty() ? Exit.CHANGES_PENDING : Exit.DONE).code();
    }

    /** Whoever says where credentials go could have them sent anywhere. */
    private static void refuseOtherWays(Review review) throws CliException {
        List<Diagnostic> others = review.edits().stream()
                .filter(edit -> edit.address().kind().equals("connect") && edit.action() != Action.FORGET)
                .map(DiffVerb::otherWay)
                .toList();
        if (!others.isEmpty()) {
            throw new CliException(Exit.REFUSED, others);
        }
    }

    private static Diagnostic otherWay(Edit edit) {
        Diagnostic problem = Diagnostic.error(
                        "CLI0056",
                        "Reached in another way",
                        edit.address().host().orElse("vCenter")
                                + " would be reached in another way, or for the first time, and --same-connect was asked for.")
                .hint(
                        "Merge what is said under \"connect\", and new hosts with their pins, before anything is planned with it.");
        return Stream.concat(edit.fields().stream().flatMap(field -> field.at().stream()), edit.at().stream())
                .filter(place -> place.side() == Place.Side.AFTER)
                .findFirst()
                .map(place -> problem.at(place.span(), "this says how"))
                .orElse(problem);
    }

    private void draw(Version before, Version after) {
        reports.draw(
                after.spec().project().name(),
                () -> Figures.of(
                        "Before, by the spec alone",
                        Figures.declared(before.spec(), before.catalogue()),
                        "After, by the spec alone",
                        Figures.declared(after.spec(), after.catalogue())));
    }

    private String answer(Review review, Compared compared, Console people) {
        return switch (form) {
            case text -> new ReviewView(compared, people.outStyle()).text(review);
            case json -> new ReviewJson(compared).text(review);
            case markdown -> ReportFormat.MARKDOWN.text(ReviewReport.of(review, compared), ReportFiles.roots(run));
        };
    }

    private String hosts(Review review) {
        return form == Form.json
                ? Json.document(json -> Json.strings(json, "affected_hosts", review.affectedHosts()))
                : review.affectedHosts().stream().map(host -> host + "\n").reduce("", String::concat);
    }
}
