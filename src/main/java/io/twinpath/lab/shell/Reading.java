package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code read}: one line into variables. */
final class Reading {

    private Reading() {}

    static int run(Call call) {
        List<String> names = new ArrayList<>(call.arguments());
        boolean raw = names.remove("-r");
        if (names.isEmpty()) {
            names.add("REPLY");
        }
        for (String name : names) {
            if (!Lexer.isName(name)) {
                return call.error(name + ": bad variable name", 2);
            }
        }
        call.streams().out().flush();
        String separators = call.env().value("IFS").orElse(" \t\n");
        StringBuilder line = new StringBuilder();
        boolean complete = line(call.streams().in(), raw, line);
        List<String> values = values(line.toString(), names.size(), separators);
        for (int i = 0; i < names.size(); i++) {
            call.env().assign(names.get(i), i < values.size() ? values.get(i) : "");
        }
        return complete ? 0 : 1;
    }

    /** Reads up to a newline that no backslash continues; says whether there was one. */
    private static boolean line(Input in, boolean raw, StringBuilder line) {
        while (true) {
            Optional<String> next = in.line();
            if (next.isEmpty() || !next.get().endsWith("\n")) {
                line.append(next.orElse(""));
                return false;
            }
            line.append(next.get(), 0, next.get().length() - 1);
            if (raw || !endsOpen(line)) {
                if (!raw) {
                    unescape(line);
                }
                return true;
            }
            line.setLength(line.length() - 1);
        }
    }

    private static boolean endsOpen(StringBuilder line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static void unescape(StringBuilder line) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean escape = line.charAt(i) == '\\' && i + 1 < line.length();
            kept.append(line.charAt(escape ? ++i : i));
        }
        line.setLength(0);
        line.append(kept);
    }

    /** At most {@code count} values; the last one takes the rest of the line. */
    static List<String> values(String line, int count, String separators) {
        List<String> values = new ArrayList<>();
        int at = skipBlanks(line, 0, separators);
        while (values.size() < count - 1 && at < line.length()) {
            int end = at;
            while (end < line.length() && separators.indexOf(line.charAt(end)) < 0) {
                end++;
            }
            values.add(line.substring(at, end));
            at = skipBlanks(line, end, separators);
            if (at < line.length() && separators.indexOf(line.charAt(at)) >= 0) {
                at = skipBlanks(line, at + 1, separators);
            }
        }
        int end = line.length();
        while (end > at && isBlank(line.charAt(end - 1), separators)) {
            end--;
        }
        if (at < line.length()) {
            String rest = line.substring(at, end);
            values.add(trimLast(rest, separators));
        }
        return values;
    }

    /** A single separator at the very end belongs to the last value's field, not to its text. */
    private static String trimLast(String rest, String separators) {
        int last = rest.length() - 1;
        boolean ends = last >= 0 && separators.indexOf(rest.charAt(last)) >= 0;
        boolean only = ends && rest.chars().limit(last).noneMatch(c -> separators.indexOf(c) >= 0);
        return only ? rest.substring(0, last) : rest;
    }

    private static int skipBlanks(String line, int from, String separators) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at), separators)) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c, String separators) {
        return " \t\n".indexOf(c) >= 0 && separators.indexOf(c) >= 0;
    }
}
