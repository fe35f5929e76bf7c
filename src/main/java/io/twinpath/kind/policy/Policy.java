package io.twinpath.kind.policy;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Optional;
import java.util.SortedSet;

/** What this site makes of a risk: refuse it, tell it, or accept it for a reason. */
public record Policy(
        @Doc("The code of the risk, such as RSK0101.") String risk,
        @Doc("What is done about it.") Level level,
        @Doc("The hosts that it holds for; all when empty.") SortedSet<String> hosts,
        @Doc("Why, for people.") Optional<String> because)
        implements Desired {

    /** How a risk is treated. */
    public enum Level {
        /** Plans that open it are refused. */
        REFUSE,
        WARN,
        ACCEPT
    }
}
