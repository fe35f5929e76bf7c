package io.twinpath.cli;

/** What a person has beside the network. */
final class ConsoleOption {

    boolean atConsole;

    void describe(Syntax syntax) {
        syntax.flag(
                "--i-have-console",
                given -> atConsole = given,
                "You stand at the consoles of the hosts: also plan changes that can take",
                "the way back over the network away, such as another management address.");
    }
}
