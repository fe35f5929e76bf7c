package io.twinpath.lab.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a shell remembers between commands. A subshell works on a copy. */
final class Env {

    final Map<String, String> variables;
    final Set<String> exported;
    final Set<String> readonly;
    final Map<String, Node> functions;
    final Map<String, String> traps;
    final Set<Character> options;
    List<String> parameters = List.of();
    String name = "sh";
    String directory = "/";
    int status;
    int pid;
    Optional<Integer> lastJob = Optional.empty();
    Map<String, Optional<String>> locals = new HashMap<>();
    int functionDepth;

    Env(int pid) {
        this.pid = pid;
        variables = new TreeMap<>(Map.of("IFS", " \t\n", "PATH", "/bin:/sbin", "HOME", "/", "PWD", "/", "OPTIND", "1"));
        exported = new TreeSet<>(Set.of("PATH", "HOME"));
        readonly = new HashSet<>();
        functions = new HashMap<>();
        traps = new TreeMap<>();
        options = new TreeSet<>();
    }

    private Env(Env other) {
        variables = new TreeMap<>(other.variables);
        exported = new TreeSet<>(other.exported);
        readonly = new HashSet<>(other.readonly);
        functions = new HashMap<>(other.functions);
        traps = new TreeMap<>(other.traps);
        traps.values().removeIf(action -> !action.isEmpty());
        options = new TreeSet<>(other.options);
        parameters = other.parameters;
        name = other.name;
        directory = other.directory;
        status = other.status;
        pid = other.pid;
        lastJob = other.lastJob;
        functionDepth = other.functionDepth;
    }

    /** For {@code ( … )}: everything but the traps that run something. */
    Env subshell() {
        return new Env(this);
    }

    /** For {@code sh FILE}: only what is exported. */
    Env child(int childPid) {
        Env child = new Env(childPid);
        exported.forEach(variable -> {
            child.exported.add(variable);
            value(variable).ifPresent(value -> child.variables.put(variable, value));
        });
        child.directory = directory;
        child.variables.put("PWD", directory);
        return child;
    }

    Optional<String> value(String variable) {
        return Optional.ofNullable(variables.get(variable));
    }

    void assign(String variable, String value) {
        if (readonly.contains(variable)) {
            throw new ShellError(variable + ": is read only", 2);
        }
        variables.put(variable, value);
        if (options.contains('a')) {
            exported.add(variable);
        }
    }

    /** An absolute path, as the file system takes it. */
    String path(String path) {
        return path.startsWith("/") || path.isEmpty()
                ? path
                : directory.equals("/") ? "/" + path : directory + "/" + path;
    }
}
