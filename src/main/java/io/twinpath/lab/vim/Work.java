package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Value;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What a task does. Called under the lock of the lab, again and again until it is done or ends with a fault. */
@FunctionalInterface
public interface Work {

    /** Long enough for a client to see a task that runs. */
    Duration SHORT = Duration.ofMillis(60);

    /** That a task has come to its end. */
    record Done(Optional<? extends Value> result) {

        public static final Done NOTHING = new Done(Optional.empty());
    }

    /** Tries to get done; empty for not yet. A {@link io.twinpath.lab.soap.SoapFault} ends the task as failed. */
    Optional<Done> attempt();

    /** How long it takes until it is first tried. */
    default Duration takes() {
        return SHORT;
    }

    default boolean cancelable() {
        return false;
    }

    /** From 0 to 100, for those who look meanwhile. */
    default int progress() {
        return 0;
    }

    /** Work that is done at its first attempt. */
    static Work once(Supplier<Optional<? extends Value>> body) {
        return () -> Optional.of(new Done(body.get()));
    }

    /** The same without a result. */
    static Work once(Runnable body) {
        return () -> {
            body.run();
            return Optional.of(Done.NOTHING);
        };
    }
}
