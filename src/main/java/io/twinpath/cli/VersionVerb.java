package io.twinpath.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Says which Twinpath this is. */
@Command(name = "version", description = "Print the version.")
final class VersionVerb implements IVersionProvider, Callable<Integer> {

    private final Console console;

    VersionVerb(Console console) {
        this.console = console;
    }

    /** The version in the jar's manifest; {@code development} when run from classes. */
    static String number() {
        return Optional.ofNullable(VersionVerb.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"twinpath " + number()};
    }

    @Override
    public Integer call() {
        console.out().println("twinpath " + number() + " (Java " + Runtime.version() + ")");
        return Exit.DONE.code();
    }
}
