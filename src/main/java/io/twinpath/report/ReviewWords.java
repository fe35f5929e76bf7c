package io.twinpath.report;

import io.twinpath.model.Value;
import io.twinpath.review.Action;
import io.twinpath.review.Folded;
import io.twinpath.review.Place;
import io.twinpath.review.Review;
import io.twinpath.review.RiskShift;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What all views of a review say with the same words. Nothing here is safe to show before its view has made it so. */
record ReviewWords(Compared compared) {

    private static final int LONGEST_VALUE = 160;

    /** {@code No semantic change}, or the counts. */
    String verdict(Review review) {
        if (review.isEmpty()) {
            return "No semantic change";
        }
        List<String> parts = new ArrayList<>();
        for (Action action : Action.values()) {
            long count =
                    review.edits().stream().filter(e -> e.action() == action).count();
            if (count > 0) {
                parts.add(count + " " + action.words());
            }
        }
        return String.join(", ", parts) + "; " + reach(review);
    }

    private static String reach(Review review) {
        int affected = review.affectedHosts().size();
        int all = review.hosts().size();
        return affected == 0
                ? "no host is affected"
                : affected + " of " + counted(all, "host") + (affected == 1 ? " is affected" : " are affected");
    }

    String same(Review review) {
        return review.isEmpty()
                ? compared.before() + " and " + compared.newer() + " want the same of "
                        + counted(review.same(), "resource") + " on "
                        + counted(review.hosts().size(), "host") + "."
                : counted(review.same(), "resource") + " wanted as before.";
    }

    /** The answer in one line. */
    String summary(Review review) {
        return verdict(review) + ". " + same(review);
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String turn(RiskShift risk) {
        return switch (risk.turn()) {
            case OPENS -> "opens";
            case CLOSES -> "closes";
        };
    }

    static String heading(Folded folded) {
        return folded.action().sign() + " " + folded.kind() + " " + folded.name();
    }

    /** {@code 1500 -> 9000}, or what came and went of a list. */
    static String change(Value before, Value after) {
        if (before instanceof Value.None) {
            return shown(after);
        }
        if (after instanceof Value.None) {
            return shown(before) + " -> not managed";
        }
        return before instanceof Value.Items old && after instanceof Value.Items now
                ? items(old.items(), now.items())
                : shown(before) + " -> " + shown(after);
    }

    private static String items(List<Value> old, List<Value> now) {
        List<Value> kept = new ArrayList<>(old);
        kept.retainAll(now);
        List<Value> still = new ArrayList<>(now);
        still.retainAll(old);
        if (kept.isEmpty() || !kept.equals(still) || (kept.size() == old.size() && kept.size() == now.size())) {
            return shown(new Value.Items(old)) + " -> " + shown(new Value.Items(now));
        }
        List<String> parts = new ArrayList<>();
        old.stream().filter(v -> !now.contains(v)).forEach(v -> parts.add("without " + shown(v)));
        now.stream().filter(v -> !old.contains(v)).forEach(v -> parts.add("with " + shown(v)));
        return String.join(", ", parts);
    }

    static String shown(Value value) {
        String text = Printable.line(value.toString());
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** The first place with its layer, and how many more there are. */
    String places(Collection<Place> places) {
        return places.stream()
                .findFirst()
                .map(p -> compared.at(p)
                        + (p.layer().isEmpty() ? "" : ", " + p.layer())
                        + (places.size() > 1 ? ", and " + counted(places.size() - 1, "other place") : ""))
                .orElse("");
    }
}
