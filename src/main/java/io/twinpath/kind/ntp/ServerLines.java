package io.twinpath.kind.ntp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines {@code server NAME [OPTIONS]} of an {@code ntp.conf}. Every other line stays as it is, to the byte. */
final class ServerLines {

    private static final Pattern SERVER = Pattern.compile("\\s*server\\s+(\\S+).*", Pattern.DOTALL);
    private static final Pattern EACH = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private ServerLines() {}

    static List<String> servers(String text) {
        return lines(text).stream().flatMap(line -> server(line).stream()).toList();
    }

    /**
     * The text with these servers in this order: where the first one stood, or at the end. A server that is there keeps its
     * options. The text itself when it has them already.
     */
    static String with(String text, List<String> servers) {
        if (servers(text).equals(servers)) {
            return text;
        }
        Map<String, String> known = new HashMap<>();
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String line : lines(text)) {
            Optional<String> server = server(line);
            if (server.isPresent()) {
                known.putIfAbsent(server.orElseThrow(), ended(line));
            } else if (known.isEmpty()) {
                before.append(line);
            } else {
                after.append(line);
            }
        }
        StringBuilder all = new StringBuilder(before.isEmpty() ? "" : ended(before.toString()));
        servers.forEach(s -> all.append(known.getOrDefault(s, "server " + s + "\n")));
        return all.append(after).toString();
    }

    private static Optional<String> server(String line) {
        Matcher matcher = SERVER.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String ended(String line) {
        return line.endsWith("\n") ? line : line + "\n";
    }

    /** With their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        Matcher each = EACH.matcher(text);
        while (each.find()) {
            lines.add(each.group());
        }
        return lines;
    }
}
