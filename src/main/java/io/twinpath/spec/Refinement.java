package io.twinpath.spec;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Label;
import io.twinpath.diag.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes what was found fit for people: one mistake, one diagnostic, however many hosts it reaches. */
final class Refinement {

    /** What may only be unknown because a file could not be read. */
    private static final Set<String> UNKNOWN = Set.of("SPC0025", "SPC0026", "SPC0036", "SPC0050", "SPC0057", "SPC0071");

    /** What was refused as text already; that it does not fit its field either is no news. */
    private static final Set<String> REFUSED = Set.of("SPC0007", "SPC0008", "SPC0009", "SPC0014", "SPC0016", "SPC0017");

    private Refinement() {}

    /**
     * @param usedAt where each module file is brought in
     * @param incomplete whether a file could not be read
     */
    static List<Diagnostic> of(Diagnostics found, Map<String, Span> usedAt, boolean incomplete) {
        record Mistake(String code, Optional<Label> primary, String detail, List<String> hints) {}
        Map<Mistake, List<Diagnostic>> mistakes = new LinkedHashMap<>();
        Set<String> refused = new HashSet<>();
        found.sorted().stream().filter(d -> REFUSED.contains(d.code())).forEach(d -> refused.add(start(d)));
        for (Diagnostic d : found.sorted()) {
            boolean consequence = !REFUSED.contains(d.code()) && refused.contains(start(d));
            if (!consequence && (!incomplete || !UNKNOWN.contains(d.code()))) {
                Mistake mistake = new Mistake(d.code(), d.primary(), d.detail(), d.hints());
                mistakes.computeIfAbsent(mistake, m -> new ArrayList<>()).add(d);
            }
        }
        return mistakes.values().stream()
                .map(same -> withUse(folded(same), usedAt))
                .sorted(Diagnostic.BY_PLACE)
                .toList();
    }

    private static String start(Diagnostic d) {
        return d.primary().map(p -> p.span().toString()).orElse("");
    }

    private static Diagnostic folded(List<Diagnostic> same) {
        Diagnostic first = same.getFirst();
        long subjects = same.stream().map(Diagnostic::subject).distinct().count();
        return subjects < 2 ? first : first.about(first.subject().orElse("") + " and " + (subjects - 1) + " more");
    }

    private static Diagnostic withUse(Diagnostic d, Map<String, Span> usedAt) {
        Span use = d.primary().map(p -> usedAt.get(p.span().source())).orElse(null);
        return use == null || !d.related().isEmpty() ? d : d.also(use, "the module is used here");
    }
}
