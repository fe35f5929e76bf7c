package io.twinpath.driver.api;

import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.UnreadableException;
import java.time.Duration;
import java.util.Set;

/** How long a task may take. */
final class Patience {

    /** Copying disks takes as long as it takes. */
    private static final Duration COPY = Duration.ofHours(12);

    private static final Duration GRACE = Duration.ofMinutes(2);

    private static final Set<String> COPYING = Set.of(
            "RelocateVM_Task", "CloneVM_Task", "MigrateVM_Task", "DatastoreEnterMaintenanceMode", "PromoteDisks_Task");

    private Patience() {}

    static Duration of(MethodCommand command, Duration usual) {
        if (COPYING.contains(command.method())) {
            return longer(usual, COPY);
        }
        return command.method().equals("EnterMaintenanceMode_Task") ? longer(usual, waits(command)) : usual;
    }

    /** As long as the host was told to wait for its machines to leave, and a little. */
    private static Duration waits(MethodCommand command) {
        for (var arg : command.args()) {
            if (arg.name().equals("timeout")) {
                try {
                    return Duration.ofSeconds(Math.max(0, arg.number().orElse(0L)))
                            .plus(GRACE);
                } catch (UnreadableException e) {
                    return Duration.ZERO;
                }
            }
        }
        return Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
