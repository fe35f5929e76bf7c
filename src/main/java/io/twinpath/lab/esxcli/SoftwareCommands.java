package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import java.util.List;

/** {@code software …} */
final class SoftwareCommands {

    static final List<Command> TABLE = List.of(
            read(
                    "software acceptance get",
                    "Show the acceptance level of the host.",
                    (h, a) -> Output.bare(h.host().software.acceptance)),
            write(
                    "software acceptance set",
                    "Set the acceptance level of the host.",
                    SoftwareCommands::accept,
                    Option.choice("l", "level", "The level.", Acceptance.words())
                            .needed()));

    private SoftwareCommands() {}

    private static Output accept(HostView host, Arguments arguments) {
        String level = arguments.text("level");
        host.host().software.acceptance = level;
        return Output.bare("Host acceptance level changed to '" + level + "'.");
    }
}
