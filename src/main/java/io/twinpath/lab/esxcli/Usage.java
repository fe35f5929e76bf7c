package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Prints help from the command table. */
final class Usage {

    private static final int COLUMN = 22;

    private Usage() {}

    static String of(Command command) {
        String name = command.words().getLast();
        StringBuilder out = new StringBuilder("Usage: esxcli " + command.name() + " [cmd options]\n\nDescription: \n");
        out.append(entry(name, command.help()));
        if (!command.options().isEmpty()) {
            int width = command.options().stream()
                    .mapToInt(o -> o.usage().length() + 2)
                    .max()
                    .orElse(0);
            out.append("\nCmd options:\n");
            command.options()
                    .forEach(o -> out.append("  ")
                            .append(o.usage())
                            .append(" ".repeat(width - o.usage().length()))
                            .append(o.help())
                            .append(o.required() ? " (required)\n" : "\n"));
        }
        return out.toString();
    }

    /** What there is in a namespace. */
    static String of(List<String> namespace, List<Command> commands) {
        NavigableMap<String, String> spaces = new TreeMap<>();
        NavigableMap<String, String> leaves = new TreeMap<>();
        for (Command command : commands) {
            int depth = namespace.size();
            if (command.words().size() > depth
                    && command.words().subList(0, depth).equals(namespace)) {
                String word = command.words().get(depth);
                if (command.words().size() == depth + 1) {
                    leaves.put(word, entry(word, command.help()));
                } else {
                    spaces.put(word, entry(word, "Commands about " + word + "."));
                }
            }
        }
        String prefix = namespace.isEmpty() ? "" : String.join(" ", namespace) + " ";
        StringBuilder out = new StringBuilder("Usage: esxcli " + prefix + "{cmd} [cmd options]\n");
        section("Available Namespaces", spaces, out);
        section("Available Commands", leaves, out);
        return out.toString();
    }

    private static void section(String title, NavigableMap<String, String> entries, StringBuilder out) {
        if (!entries.isEmpty()) {
            out.append('\n').append(title).append(":\n");
            entries.values().forEach(out::append);
        }
    }

    private static String entry(String word, String help) {
        return "  " + word + " ".repeat(Math.max(2, COLUMN - word.length())) + help + "\n";
    }
}
