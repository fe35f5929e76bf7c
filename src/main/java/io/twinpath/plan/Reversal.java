package io.twinpath.plan;

import io.twinpath.driver.Command;
import java.util.List;

/** How a step is undone. */
public sealed interface Reversal {

    /** The commands that restore what was observed, in order. */
    record Commands(List<Command> commands) implements Reversal {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /** It cannot be undone by commands. */
    record Impossible(String why) implements Reversal {}
}
