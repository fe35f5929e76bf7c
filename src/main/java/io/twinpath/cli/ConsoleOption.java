package io.twinpath.cli;

import picocli.CommandLine.Option;

/** What a person has beside the network. */
final class ConsoleOption {

    @Option(
            names = "--i-have-console",
            description = {
                "You stand at the consoles of the hosts: also plan changes that can take",
                "the way back over the network away, such as another management address."
            })
    boolean atConsole;
}
