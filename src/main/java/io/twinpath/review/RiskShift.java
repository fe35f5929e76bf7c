package io.twinpath.review;

import java.util.Optional;

/**
 * One risk that a change opens or closes, as a line.
 *
 * @param code of the rule that sees it
 * @param id by which this finding is accepted
 * @param text a full sentence
 * @param at what brings it about, where that is known
 * @param refused whether plans are refused for it
 */
public record RiskShift(Turn turn, String code, String id, String text, Optional<Place> at, boolean refused) {

    /** Whether it comes or goes. */
    public enum Turn {
        OPENS,
        CLOSES
    }
}
