package io.twinpath.kind.sshkeys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An {@code authorized_keys}: its keys, and the file with other ones. */
final class KeyFile {

    private static final Pattern EACH = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private KeyFile() {}

    /** The lines that are keys, the first of each key. */
    static SortedSet<String> keys(String text) {
        return new TreeSet<>(byKey(text).values());
    }

    /** By key, the lines in the host's spelling. */
    static Map<String, String> byKey(String text) {
        Map<String, String> keys = new LinkedHashMap<>();
        lines(text)
                .forEach(line -> KeyLine.of(content(line))
                        .ifPresent(k -> keys.putIfAbsent(k.key(), k.line().strip())));
        return keys;
    }

    /** Without the lines of other keys than these, and with those that are not there at the end. */
    static String with(String text, Set<String> wanted) {
        Set<String> keys = wanted.stream()
                .flatMap(line -> KeyLine.of(line).stream())
                .map(KeyLine::key)
                .collect(Collectors.toSet());
        Map<String, String> found = byKey(text);
        StringBuilder all = new StringBuilder();
        for (String line : lines(text)) {
            Optional<KeyLine> key = KeyLine.of(content(line));
            if (key.isEmpty() || keys.contains(key.orElseThrow().key())) {
                all.append(line);
            }
        }
        List<String> added = wanted.stream()
                .filter(line -> KeyLine.of(line)
                        .filter(k -> !found.containsKey(k.key()))
                        .isPresent())
                .toList();
        if (!added.isEmpty() && !all.isEmpty() && all.charAt(all.length() - 1) != '\n') {
            all.append('\n');
        }
        added.forEach(line -> all.append(line).append('\n'));
        return all.toString();
    }

    private static String content(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        Matcher each = EACH.matcher(text);
        while (each.find()) {
            lines.add(each.group());
        }
        return lines;
    }
}
