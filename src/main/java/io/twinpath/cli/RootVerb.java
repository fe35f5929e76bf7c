package io.twinpath.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What stands before and behind every verb. */
final class RootVerb {

    /** Colour of output. */
    enum Color {
        auto,
        always,
        never
    }

    Optional<Path> project = Optional.empty();
    Optional<Path> lab = Optional.empty();
    Color color = Color.auto;

    Syntax syntax() {
        return Syntax.tool("twinpath", this, "Keeps the hypervisors you own true to a spec in Git.")
                .version(new Version(), "Print version information and exit.")
                .everywhere(
                        List.of("-C", "--project"),
                        "DIR",
                        Path.class,
                        given -> project = Optional.of(given),
                        "The project folder, or a folder in it. Default: where you stand.")
                .everywhere(
                        List.of("--lab"),
                        "FILE",
                        Path.class,
                        given -> lab = Optional.of(given),
                        "Talk to a running lab by its endpoints file instead of the real hosts. Also: TWINPATH_LAB.")
                .everywhere(
                        List.of("--color"),
                        "WHEN",
                        Color.class,
                        given -> color = given,
                        "Colour: ${COMPLETION-CANDIDATES}. Also: NO_COLOR, CLICOLOR_FORCE.")
                .footer(
                        "Start here:",
                        "twinpath demo                 see the whole story on a simulated site",
                        "twinpath validate             check the spec, offline",
                        "twinpath plan                 what would change, and why");
    }
}
