package io.twinpath.lab.shell;

import java.util.Optional;

/** The programs that one simulated host has besides the shell's own words. */
@FunctionalInterface
public interface Programs {

    Optional<Program> find(String name);
}
