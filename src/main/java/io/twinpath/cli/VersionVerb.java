package io.twinpath.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which Twinpath this is. */
@Command(name = "version", description = "Print the version.")
final class VersionVerb implements Callable<Integer> {

    private final Console console;

    VersionVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("twinpath " + Version.number() + " (Java " + Runtime.version() + ")");
        return Exit.DONE.code();
    }
}
