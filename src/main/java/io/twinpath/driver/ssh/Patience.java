package io.twinpath.driver.ssh;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import java.time.Duration;

/**
 * How long a command may take before it counts as lost. Most take seconds; a few wait for something by design, and giving up
 * on them early would leave in doubt what only takes its time.
 */
final class Patience {

    /** For packages: a depot is fetched, checked and written to the boot device. */
    private static final Duration PACKAGES = Duration.ofMinutes(20);

    /** The longest wait that a command can ask for by itself. */
    private static final long LONGEST_SECONDS = 3600;

    private Patience() {}

    static Duration of(Command command, Duration usual) {
        return switch (command) {
            case EsxcliCommand c -> of(c, usual);
            case FileCommand c -> usual;
            case ProgramCommand c -> usual;
            case MethodCommand c -> usual;
        };
    }

    private static Duration of(EsxcliCommand command, Duration usual) {
        return switch (String.join(" ", command.words())) {
            case "software vib install", "software vib update", "software vib remove" -> longer(usual, PACKAGES);
            case "system maintenanceMode set" -> usual.plus(waits(command));
            default -> usual;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** What its own {@code --timeout} says, in seconds. */
    private static Duration waits(EsxcliCommand command) {
        return command.options().stream()
                .filter(o -> o.name().equals("timeout") && o.argument() instanceof Option.Text)
                .map(o -> o.argument().shown())
                .filter(t -> t.matches("[0-9]{1,6}"))
                .map(t -> Duration.ofSeconds(Math.min(LONGEST_SECONDS, Long.parseLong(t))))
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
