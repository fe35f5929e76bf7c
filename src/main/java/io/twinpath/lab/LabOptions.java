package io.twinpath.lab;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * How a lab is run.
 *
 * @param state where the site is kept over restarts; empty to forget it
 * @param log where received commands are written; empty for nowhere
 * @param ports fixed SSH ports by host; a host that is not named gets a free one
 */
public record LabOptions(Optional<Path> state, Optional<Path> log, Map<String, Integer> ports, InstantSource clock) {

    public static final LabOptions NONE =
            new LabOptions(Optional.empty(), Optional.empty(), Map.of(), InstantSource.system());

    public LabOptions {
        ports = Map.copyOf(ports);
    }

    public LabOptions withState(Path file) {
        return new LabOptions(Optional.of(file), log, ports, clock);
    }

    public LabOptions withLog(Path file) {
        return new LabOptions(state, Optional.of(file), ports, clock);
    }
}
