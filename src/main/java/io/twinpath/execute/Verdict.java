package io.twinpath.execute;

import io.twinpath.driver.DriverException;
import io.twinpath.model.Delta;
import java.util.List;

/** How a step ended. */
public sealed interface Verdict {

    /**
     * It is in effect: it was read back.
     *
     * @param remarks what was odd on the way, such as a command that reported an error all the same; full sentences
     */
    record Done(List<String> remarks) implements Verdict {
        public Done {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It is not in effect, or not wholly.
     *
     * @param reason full sentences; quotes the host where the host said something
     * @param missing what still differs from what was wanted
     */
    record Failed(String reason, List<Delta> missing) implements Verdict {
        public Failed {
            missing = List.copyOf(missing);
        }
    }

    /** What it rests on has changed since the plan was made. Nothing of it was sent. */
    record Stale(String reason) implements Verdict {}

    /** Nothing of it was sent because of something else. */
    record Skipped(String because) implements Verdict {}

    /** The host could not be reached or did not let us in. Nothing of it was sent. */
    record Unreached(DriverException.Problem problem, String reason) implements Verdict {}

    /** Something was sent, and whether it took effect cannot be told: a person must look. */
    record InDoubt(String reason) implements Verdict {}

    /** The run was asked to stop before it. */
    record Cancelled() implements Verdict {}
}
