package io.twinpath.cli;

import java.util.concurrent.Callable;

/** Says which Twinpath this is. */
final class VersionVerb implements Callable<Integer> {

    private final Console console;

    VersionVerb(Console console) {
        this.console = console;
    }

    Syntax syntax() {
        return Syntax.verb("version", this, "Print the version.")
                .examples("twinpath version", "twinpath --version", "twinpath version --color never");
    }

    @Override
    public Integer call() {
        console.out().println("twinpath " + Version.number() + " (Java " + Runtime.version() + ")");
        return Exit.DONE.code();
    }
}
