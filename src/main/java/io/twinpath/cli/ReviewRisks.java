package io.twinpath.cli;

import io.twinpath.review.Place;
import io.twinpath.review.Review;
import io.twinpath.review.RiskShift;
import io.twinpath.review.Version;
import io.twinpath.risk.Judged;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Scenes;
import io.twinpath.risk.rule.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The risks that two versions of a spec have by themselves, compared: nobody looks at the site for a review. */
final class ReviewRisks {

    private ReviewRisks() {}

    static Risks.Difference between(Version before, Version after) {
        Instant now = Instant.now();
        return risks(before, now).to(risks(after, now));
    }

    private static Risks risks(Version version, Instant now) {
        return Risks.of(Scenes.declared(version.spec(), version.catalogue(), now), Rules.standard());
    }

    /** Those that come, then those that go. One that no line brings about by itself is told at the first edit of its hosts. */
    static List<RiskShift> lines(Risks.Difference shift, Review review) {
        List<RiskShift> lines = new ArrayList<>();
        List<Judged> refused = shift.refused();
        Stream.concat(shift.opens().stream(), shift.worsens().stream())
                .forEach(judged -> lines.add(line(RiskShift.Turn.OPENS, judged, refused.contains(judged), review)));
        shift.closes().forEach(judged -> lines.add(line(RiskShift.Turn.CLOSES, judged, false, review)));
        return lines;
    }

    private static RiskShift line(RiskShift.Turn turn, Judged judged, boolean refused, Review review) {
        Place.Side side = turn == RiskShift.Turn.OPENS ? Place.Side.AFTER : Place.Side.BEFORE;
        return new RiskShift(
                turn,
                judged.finding().code(),
                judged.finding().id(),
                judged.finding().title()
                        + judged.waiver()
                                .map(w -> " Accepted until " + w.until() + ".")
                                .orElse(""),
                judged.finding()
                        .at()
                        .map(span -> new Place(side, span, ""))
                        .or(() -> edited(judged.finding().hosts(), review)),
                refused);
    }

    private static Optional<Place> edited(Set<String> hosts, Review review) {
        return review.edits().stream()
                .filter(edit -> edit.hosts().stream().anyMatch(hosts::contains))
                .flatMap(edit ->
                        Stream.concat(edit.fields().stream().flatMap(field -> field.at().stream()), edit.at().stream()))
                .findFirst();
    }
}
