package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs simple commands: finds what a name means and gives it its arguments. */
final class Commands {

    private static final Set<String> FOLDERS = Set.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/local/bin/");

    private final Interpreter shell;
    private final Expander expander;
    private final Redirections redirections;
    private int substituted;

    Commands(Interpreter shell, Expander expander, Redirections redirections) {
        this.shell = shell;
        this.expander = expander;
        this.redirections = redirections;
    }

    /** Notes the status of a substitution: it is the status of a command that has no name. */
    void substituted(int status) {
        substituted = status;
    }

    int run(Node.Simple simple, Streams streams) {
        shell.budget().step();
        substituted = 0;
        List<String> words = expander.arguments(simple.words(), streams);
        Optional<Streams> changed = redirections.apply(simple.redirects(), streams);
        if (changed.isEmpty()) {
            return 1;
        }
        if (words.isEmpty()) {
            return assign(simple, streams);
        }
        trace(words, streams);
        try {
            return named(words, simple.assignments(), changed.get());
        } catch (Output.Lost e) {
            streams.err().write(words.getFirst() + ": write error: " + e.trouble.words() + "\n");
            return 1;
        }
    }

    private int assign(Node.Simple simple, Streams streams) {
        for (Node.Assignment assignment : simple.assignments()) {
            shell.env().assign(assignment.name(), expander.text(assignment.value(), streams));
        }
        return substituted;
    }

    private void trace(List<String> words, Streams streams) {
        if (shell.env().options.contains('x')) {
            streams.err().write("+ " + String.join(" ", words) + "\n");
        }
    }

    private int named(List<String> words, List<Node.Assignment> assignments, Streams streams) {
        Env env = shell.env();
        Map<String, String> before = new TreeMap<>(env.variables);
        Set<String> exportedBefore = Set.copyOf(env.exported);
        for (Node.Assignment assignment : assignments) {
            env.assign(assignment.name(), expander.text(assignment.value(), streams));
            env.exported.add(assignment.name());
        }
        boolean keeps = assignments.isEmpty() || Builtins.isSpecial(words.getFirst());
        try {
            return call(words, streams);
        } finally {
            if (!keeps) {
                assignments.forEach(assignment -> restore(assignment.name(), before, exportedBefore));
            }
        }
    }

    private void restore(String name, Map<String, String> before, Set<String> exportedBefore) {
        Env env = shell.env();
        Optional.ofNullable(before.get(name))
                .ifPresentOrElse(value -> env.variables.put(name, value), () -> env.variables.remove(name));
        if (!exportedBefore.contains(name)) {
            env.exported.remove(name);
        }
    }

    /** Runs a command that is already expanded. */
    int call(List<String> words, Streams streams) {
        String name = words.getFirst();
        List<String> arguments = words.subList(1, words.size());
        if (Builtins.isSpecial(name)) {
            return Builtins.find(name).orElseThrow().run(new Call(name, arguments, streams, shell));
        }
        Optional<Node> function = Optional.ofNullable(shell.env().functions.get(name));
        return function.isPresent() ? function(function.get(), arguments, streams) : unhidden(words, streams);
    }

    /** As {@link #call}, functions left aside. */
    int unhidden(List<String> words, Streams streams) {
        String name = words.getFirst();
        List<String> arguments = words.subList(1, words.size());
        Optional<Applet> builtin = Builtins.find(name);
        if (builtin.isPresent()) {
            return builtin.get().run(new Call(name, arguments, streams, shell));
        }
        Optional<Program> program = program(name);
        if (program.isPresent()) {
            return program(program.get(), arguments, streams);
        }
        String base = inFolder(name).orElse(name);
        Optional<Applet> applet = Applets.find(base);
        return applet.isPresent()
                ? applet.get().run(new Call(base, arguments, streams, shell))
                : file(name, arguments, streams);
    }

    /** Whether a name would be found, and as what {@code command -v} prints it. */
    Optional<String> located(String name) {
        if (shell.env().functions.containsKey(name) || Builtins.find(name).isPresent()) {
            return Optional.of(name);
        }
        return path(name);
    }

    /** The path of a program, as {@code which} prints it. */
    Optional<String> path(String name) {
        if (name.contains("/")) {
            boolean known = program(name).isPresent()
                    || inFolder(name).flatMap(Applets::find).isPresent();
            return Optional.of(name)
                    .filter(n ->
                            known || shell.machine().files().exists(shell.env().path(n)));
        }
        boolean known = program(name).isPresent() || Applets.find(name).isPresent();
        return Optional.of("/bin/" + name).filter(path -> known);
    }

    private Optional<Program> program(String name) {
        Programs programs = shell.machine().programs();
        return programs.find(Octets.text(name))
                .or(() -> inFolder(name).flatMap(base -> programs.find(Octets.text(base))));
    }

    private static Optional<String> inFolder(String name) {
        int slash = name.lastIndexOf('/');
        return Optional.of(name)
                .filter(n -> slash > 0 && FOLDERS.contains(n.substring(0, slash + 1)))
                .map(n -> n.substring(slash + 1));
    }

    private int program(Program program, List<String> arguments, Streams streams) {
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        List<String> texts = arguments.stream().map(Octets::text).toList();
        int status = program.run(texts, Octets.text(streams.in().offer()), out, err);
        streams.out().write(Octets.of(out.toString()));
        streams.err().write(Octets.of(err.toString()));
        return status & 0xff;
    }

    private int function(Node body, List<String> arguments, Streams streams) {
        Env env = shell.env();
        List<String> outer = env.parameters;
        Map<String, Optional<String>> outerLocals = env.locals;
        env.locals = new HashMap<>();
        env.parameters = List.copyOf(arguments);
        env.functionDepth++;
        try {
            return shell.execute(body, streams);
        } catch (Unwind.Return e) {
            return e.status;
        } finally {
            env.functionDepth--;
            env.parameters = outer;
            env.locals.forEach((name, value) ->
                    value.ifPresentOrElse(v -> env.variables.put(name, v), () -> env.variables.remove(name)));
            env.locals = outerLocals;
        }
    }

    /** A file with a slash in its name is run as a script: there are no other executable files here. */
    private int file(String name, List<String> arguments, Streams streams) {
        if (!name.contains("/")) {
            streams.err().write(shell.env().name + ": " + name + ": not found\n");
            return 127;
        }
        if (shell.machine().files().isDirectory(shell.env().path(name))) {
            streams.err().write(shell.env().name + ": " + name + ": Permission denied\n");
            return 126;
        }
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(arguments);
        return Scripts.file(words, new Call(name, arguments, streams, shell));
    }
}
