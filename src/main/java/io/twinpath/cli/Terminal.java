package io.twinpath.cli;

import io.twinpath.report.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Finds out what the process's own streams can show. The launcher tests each of them, because Java cannot do so portably,
 * and passes the numbers of those that are terminals in {@code twinpath.terminal}.
 */
final class Terminal {

    private static final String PROPERTY = "twinpath.terminal";

    private Terminal() {}

    static Console console(Map<String, String> environment) {
        String terminals = System.getProperty(PROPERTY, "");
        return new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.in,
                terminals.contains("0") && terminals.contains("2"),
                new Style(color(environment, terminals.contains("1"))),
                new Style(color(environment, terminals.contains("2"))));
    }

    /** NO_COLOR wins, then CLICOLOR_FORCE, then whether a person looks at it. */
    static boolean color(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return terminal && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
