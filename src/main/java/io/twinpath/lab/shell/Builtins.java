package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that work on the shell itself. */
final class Builtins {

    /** Found before functions; assignments in front of them stay. */
    private static final Set<String> SPECIAL = Set.of(
            ":",
            ".",
            "break",
            "continue",
            "eval",
            "exec",
            "exit",
            "export",
            "readonly",
            "return",
            "set",
            "shift",
            "trap",
            "unset");

    private static final Map<String, Applet> ALL = Map.ofEntries(
            Map.entry(":", call -> 0),
            Map.entry("true", call -> 0),
            Map.entry("false", call -> 1),
            Map.entry(".", Builtins::source),
            Map.entry("break", call -> jump(call, false)),
            Map.entry("continue", call -> jump(call, true)),
            Map.entry(
                    "eval",
                    call -> call.shell().commandsOf(new Source(String.join(" ", call.arguments())), call.streams())),
            Map.entry("exec", Builtins::exec),
            Map.entry("exit", Builtins::exit),
            Map.entry("return", Builtins::leave),
            Map.entry("export", call -> mark(call, call.env().exported)),
            Map.entry("readonly", call -> mark(call, call.env().readonly)),
            Map.entry("local", Builtins::local),
            Map.entry("set", Options::set),
            Map.entry("shift", Builtins::shift),
            Map.entry("trap", Signals::trap),
            Map.entry("kill", Signals::kill),
            Map.entry("wait", Signals::await),
            Map.entry("unset", Builtins::unset),
            Map.entry("cd", Builtins::cd),
            Map.entry("pwd", call -> line(call, call.env().directory)),
            Map.entry("echo", Echo::run),
            Map.entry("printf", Printf::run),
            Map.entry("test", Test::run),
            Map.entry("[", Test::run),
            Map.entry("read", Reading::run),
            Map.entry("command", Builtins::command),
            Map.entry("type", Builtins::type),
            Map.entry("umask", call -> call.arguments().isEmpty() ? line(call, "0022") : 0),
            Map.entry("hash", call -> 0));

    private Builtins() {}

    static Optional<Applet> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static boolean isSpecial(String name) {
        return SPECIAL.contains(name);
    }

    static int line(Call call, String text) {
        call.line(text);
        return 0;
    }

    /** A whole number; empty for anything else. */
    static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int jump(Call call, boolean again) {
        Optional<Integer> levels = call.arguments().isEmpty()
                ? Optional.of(1)
                : number(call.arguments().getFirst());
        if (levels.isEmpty() || levels.get() < 1) {
            throw new ShellError("Illegal number: " + call.arguments().getFirst(), 2);
        }
        if (call.shell().loops() > 0) {
            throw new Unwind.Loop(again, levels.get());
        }
        return 0;
    }

    private static int status(Call call) {
        if (call.arguments().isEmpty()) {
            return call.env().status;
        }
        String text = call.arguments().getFirst();
        return number(text).filter(n -> n >= 0).orElseThrow(() -> new ShellError("Illegal number: " + text, 2)) & 0xff;
    }

    private static int exit(Call call) {
        throw new Unwind.Exit(status(call));
    }

    private static int leave(Call call) {
        throw call.env().functionDepth > 0 ? new Unwind.Return(status(call)) : new Unwind.Exit(status(call));
    }

    private static int exec(Call call) {
        if (call.arguments().isEmpty()) {
            throw new ShellError("exec: redirections alone are not simulated", 2);
        }
        throw new Unwind.Exit(call.shell().commands().unhidden(call.arguments(), call.streams()));
    }

    private static int source(Call call) {
        if (call.arguments().isEmpty()) {
            return 0;
        }
        String path = call.arguments().getFirst();
        try {
            return call.shell().commandsOf(new Source(call.read(path)), call.streams());
        } catch (FileException e) {
            throw new ShellError(".: can't open '" + path + "': " + e.trouble().words(), 2);
        }
    }

    private static int mark(Call call, Set<String> marked) {
        List<String> arguments = new ArrayList<>(call.arguments());
        boolean lists = arguments.isEmpty() || arguments.equals(List.of("-p"));
        if (lists) {
            marked.forEach(name -> call.line(call.name() + " " + name + "='"
                    + call.env().value(name).orElse("").replace("'", "'\"'\"'") + "'"));
            return 0;
        }
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!Lexer.isName(name)) {
                throw new ShellError(call.name() + ": " + argument + ": bad variable name", 2);
            }
            if (equals >= 0) {
                call.env().assign(name, argument.substring(equals + 1));
            }
            marked.add(name);
        }
        return 0;
    }

    private static int local(Call call) {
        if (call.env().functionDepth == 0) {
            throw new ShellError("local: not in a function", 2);
        }
        for (String argument : call.arguments()) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!Lexer.isName(name)) {
                throw new ShellError("local: " + argument + ": bad variable name", 2);
            }
            call.env().locals.putIfAbsent(name, call.env().value(name));
            if (equals >= 0) {
                call.env().assign(name, argument.substring(equals + 1));
            }
        }
        return 0;
    }

    private static int shift(Call call) {
        List<String> parameters = call.env().parameters;
        int count = call.arguments().isEmpty()
                ? 1
                : number(call.arguments().getFirst()).orElse(-1);
        if (count < 0 || count > parameters.size()) {
            return count < 0 ? 2 : 1;
        }
        call.env().parameters = List.copyOf(parameters.subList(count, parameters.size()));
        return 0;
    }

    private static int unset(Call call) {
        boolean functions = call.arguments().contains("-f");
        for (String name : call.arguments()) {
            if (name.startsWith("-")) {
                continue;
            }
            if (functions) {
                call.env().functions.remove(name);
            } else if (call.env().readonly.contains(name)) {
                throw new ShellError(name + ": is read only", 2);
            } else {
                call.env().variables.remove(name);
                call.env().exported.remove(name);
            }
        }
        return 0;
    }

    private static int cd(Call call) {
        Env env = call.env();
        String wanted = call.arguments().isEmpty()
                ? env.value("HOME").orElse("/")
                : call.arguments().getFirst();
        String target = wanted.equals("-") ? env.value("OLDPWD").orElse("/") : wanted;
        String path = normal(env.path(target));
        if (!call.files().isDirectory(path)) {
            return call.error("can't cd to " + target + ": No such file or directory", 2);
        }
        env.assign("OLDPWD", env.directory);
        env.assign("PWD", path);
        env.directory = path;
        return wanted.equals("-") ? line(call, path) : 0;
    }

    private static String normal(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return "/" + String.join("/", steps);
    }

    private static int command(Call call) {
        if (call.arguments().isEmpty()) {
            return 0;
        }
        Commands commands = call.shell().commands();
        if (!call.arguments().getFirst().equals("-v")) {
            return commands.unhidden(call.arguments(), call.streams());
        }
        Optional<String> found = call.arguments().size() < 2
                ? Optional.empty()
                : commands.located(call.arguments().get(1));
        found.ifPresent(call::line);
        return found.isPresent() ? 0 : 127;
    }

    private static int type(Call call) {
        int status = 0;
        for (String name : call.arguments()) {
            Optional<String> found = call.shell().commands().located(name);
            call.line(name + (found.isPresent() ? " is " + found.get() : ": not found"));
            status = found.isPresent() ? status : 127;
        }
        return status;
    }
}
