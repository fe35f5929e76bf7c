package io.twinpath.kind.policy;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What this site makes of a risk: how much it weighs ({@code risk} with {@code level}), or that it is taken until a day
 * ({@code accept} with {@code until} and {@code because}). Nothing is accepted for ever.
 */
public record Policy(
        @Doc("The code of the risk whose weight is set, such as RSK0101.")
        Optional<String> risk,

        @Doc("What is done about that risk.") Optional<Level> level,

        @Doc("The code of a risk that is accepted, in place of \"risk\".")
        Optional<String> accept,

        @Doc("The last day on which it is accepted, such as 2027-03-31, in UTC.")
        Optional<LocalDate> until,

        @Doc("The hosts that it holds for; all when empty.") SortedSet<String> hosts,

        @Doc("The parts that it holds for, as \"risks\" names them, such as card:esxi3.lain.local/5; all when empty.")
        SortedSet<String> components,

        @Doc("Why, for people.") Optional<String> because)
        implements Desired {

    /** How a risk is treated, the strictest first. */
    public enum Level {
        /** Plans that open it are refused. */
        REFUSE,
        /** It is told. */
        WARN,
        /** It is told, and is no reason to act. */
        NOTE
    }

    /** The code that it speaks of, either way. */
    public Optional<String> code() {
        return risk.or(() -> accept);
    }
}
