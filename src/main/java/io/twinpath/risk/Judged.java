package io.twinpath.risk;

import io.twinpath.diag.Span;
import io.twinpath.kind.policy.Policy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding with what the site makes of it.
 *
 * @param level what is done about it
 * @param waiver the policy that takes it as it is, for now
 */
public record Judged(Finding finding, Policy.Level level, Optional<Waiver> waiver) {

    /**
     * A risk that is taken.
     *
     * @param policy its name
     * @param until the last day
     * @param because why, in the author's words
     * @param at where it is declared
     */
    public record Waiver(String policy, LocalDate until, String because, Span at) {}

    public boolean accepted() {
        return waiver.isPresent();
    }
}
