package io.twinpath.lab.shell;

import java.util.List;

/** One run of a word that the shell itself knows. */
record Call(String name, List<String> arguments, Streams streams, Interpreter shell) {

    Call {
        arguments = List.copyOf(arguments);
    }

    void out(String octets) {
        streams.out().write(octets);
    }

    void line(String octets) {
        out(octets + "\n");
    }

    /** Says what went wrong, as {@code NAME: MESSAGE}. */
    int fail(String message) {
        return fail(message, 1);
    }

    int fail(String message, int status) {
        streams.err().write(name + ": " + message + "\n");
        return status;
    }

    /** Says it in the name of the shell, as its own words do. */
    int error(String message, int status) {
        streams.err().write("sh: " + name + ": " + message + "\n");
        return status;
    }

    Env env() {
        return shell.env();
    }

    Machine machine() {
        return shell.machine();
    }

    FileSystem files() {
        return shell.machine().files();
    }

    String path(String path) {
        return env().path(path);
    }

    Budget budget() {
        return shell.budget();
    }

    /** The content of a file, or of standard input for {@code -}. */
    String read(String path) throws FileException {
        return path.equals("-") || path.equals("/dev/stdin") ? streams.in().rest() : files().readOctets(path(path));
    }
}
