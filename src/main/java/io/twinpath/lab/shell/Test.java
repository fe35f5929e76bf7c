package io.twinpath.lab.shell;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code test} and {@code [}. */
final class Test {

    private static final int DEEPEST = 100;
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

    private final Call call;
    private final List<String> words;
    private int at;
    private int depth;

    private Test(Call call, List<String> words) {
        this.call = call;
        this.words = words;
    }

    static int run(Call call) {
        List<String> words = call.arguments();
        if (call.name().equals("[")) {
            if (words.isEmpty() || !words.getLast().equals("]")) {
                return call.error("missing ]", 2);
            }
            words = words.subList(0, words.size() - 1);
        }
        try {
            Test test = new Test(call, words);
            boolean holds = !words.isEmpty() && test.either();
            return test.at < words.size() ? call.error(words.get(test.at) + ": unknown operand", 2) : holds ? 0 : 1;
        } catch (Wrong e) {
            return call.error(e.said, 2);
        }
    }

    private boolean either() {
        boolean holds = both();
        while (accept("-o")) {
            boolean other = both();
            holds = holds || other;
        }
        return holds;
    }

    private boolean both() {
        boolean holds = not();
        while (accept("-a")) {
            boolean other = not();
            holds = holds && other;
        }
        return holds;
    }

    private boolean not() {
        if (++depth > DEEPEST) {
            throw new Wrong("nested too deep");
        }
        boolean single = words.size() - at == 1 || isBinary(at + 1);
        boolean negated = !single && accept("!");
        boolean holds = negated ? !not() : primary();
        depth--;
        return holds;
    }

    private boolean primary() {
        if (at >= words.size()) {
            throw new Wrong("argument expected");
        }
        String word = words.get(at++);
        if (isBinary(at)) {
            String operator = words.get(at);
            at += 2;
            return binary(word, operator, words.get(at - 1));
        }
        if (word.equals("(") && at < words.size()) {
            boolean holds = either();
            if (!accept(")")) {
                throw new Wrong("closing paren expected");
            }
            return holds;
        }
        if (word.length() == 2
                && word.charAt(0) == '-'
                && at < words.size()
                && "nzefdrwxshLtpcb".contains(word.substring(1))) {
            return unary(word.charAt(1), words.get(at++));
        }
        return !word.isEmpty();
    }

    private boolean isBinary(int place) {
        return place + 1 < words.size() && BINARY.contains(words.get(place));
    }

    private boolean unary(char operator, String operand) {
        String path = call.path(operand);
        FileSystem files = call.files();
        return switch (operator) {
            case 'n' -> !operand.isEmpty();
            case 'z' -> operand.isEmpty();
            case 'd' -> files.isDirectory(path);
            case 'f' -> files.exists(path) && !files.isDirectory(path) && !operand.startsWith("/dev/");
            case 's' -> files.isDirectory(path) || files.size(path) > 0;
            case 'e', 'r', 'w' -> files.exists(path);
            case 'x' ->
                files.isDirectory(path) || call.shell().commands().path(operand).isPresent();
            case 'c' -> files.exists(path) && operand.startsWith("/dev/");
            default -> false;
        };
    }

    private boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            case "-eq" -> number(left) == number(right);
            case "-ne" -> number(left) != number(right);
            case "-lt" -> number(left) < number(right);
            case "-le" -> number(left) <= number(right);
            case "-gt" -> number(left) > number(right);
            case "-ge" -> number(left) >= number(right);
            case "-nt" -> changed(left).isAfter(changed(right));
            case "-ot" -> changed(left).isBefore(changed(right));
            default -> call.path(left).equals(call.path(right)) && call.files().exists(call.path(left));
        };
    }

    private Instant changed(String path) {
        return call.files().changed(call.path(path));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Wrong(text + ": bad number");
        }
    }

    private boolean accept(String word) {
        boolean found = at < words.size() && words.get(at).equals(word);
        at += found ? 1 : 0;
        return found;
    }

    /** An expression that is none. */
    private static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        final String said;

        Wrong(String message) {
            super(message, null, false, false);
            said = message;
        }
    }
}
