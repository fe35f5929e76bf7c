package io.twinpath.cli;

import java.util.List;

/** The entry point of the terminal tool. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        int exit = new CommandLineRun(Terminal.console(System.getenv()), System.getenv()).run(List.of(args));
        System.out.flush();
        System.exit(exit);
    }
}
