package io.twinpath.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before and behind every verb. */
@Command(
        name = "twinpath",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps the hypervisors you own true to a spec in Git.",
        footer = {
            "",
            "Start here:",
            "  twinpath demo                 see the whole story on a simulated site",
            "  twinpath validate             check the spec, offline",
            "  twinpath plan                 what would change, and why",
        })
final class RootVerb {

    /** Colour of output. */
    enum Color {
        auto,
        always,
        never
    }

    @Option(
            names = {"-C", "--project"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The project folder, or a folder in it. Default: where you stand.")
    Optional<Path> project = Optional.empty();

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Talk to a running lab by its endpoints file instead of the real hosts. Also: TWINPATH_LAB.")
    Optional<Path> lab = Optional.empty();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colour: ${COMPLETION-CANDIDATES}. Also: NO_COLOR, CLICOLOR_FORCE.")
    Color color = Color.auto;
}
