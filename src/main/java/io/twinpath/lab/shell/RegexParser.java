package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads basic and extended regular expressions. Back-references are refused. */
final class RegexParser {

    private static final int DEEPEST = 60;
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_TIMES = 255;

    private final String text;
    private final boolean extended;
    private int at;
    private int depth;

    private RegexParser(String text, boolean extended) {
        this.text = text;
        this.extended = extended;
    }

    /** @throws Wrong when the text is no such expression */
    static Regex parse(String text, boolean extended, boolean foldsCase) {
        RegexParser parser = new RegexParser(text, extended);
        List<Regex.Step> steps = new ArrayList<>(parser.alternatives());
        if (parser.at < text.length()) {
            throw new Wrong("Unmatched ) or \\)");
        }
        steps.add(new Regex.Step.Done());
        return new Regex(steps, foldsCase);
    }

    private List<Regex.Step> alternatives() {
        if (++depth > DEEPEST) {
            throw new Wrong("Regular expression too big");
        }
        List<List<Regex.Step>> branches = new ArrayList<>(List.of(sequence()));
        while (accept(extended ? "|" : "\\|")) {
            branches.add(sequence());
        }
        depth--;
        List<Regex.Step> all = branches.removeLast();
        while (!branches.isEmpty()) {
            all = either(branches.removeLast(), all);
        }
        return all;
    }

    private List<Regex.Step> sequence() {
        List<Regex.Step> all = new ArrayList<>();
        boolean first = true;
        while (at < text.length() && !startsWith(extended ? "|" : "\\|") && !closes()) {
            append(all, repeated(piece(first), first));
            first = first && !extended && startsAnchored();
        }
        return all;
    }

    /** In a basic expression a star behind {@code ^} is a star. */
    private boolean startsAnchored() {
        return at > 0 && text.charAt(at - 1) == '^' && startsWith("*");
    }

    private boolean closes() {
        return extended ? depth > 1 && startsWith(")") : startsWith("\\)");
    }

    private List<Regex.Step> piece(boolean first) {
        if (accept(extended ? "(" : "\\(")) {
            List<Regex.Step> inner = alternatives();
            if (!accept(extended ? ")" : "\\)")) {
                throw new Wrong("Unmatched ( or \\(");
            }
            return inner;
        }
        char c = text.charAt(at++);
        boolean opensBranch = at == 1 || first;
        return switch (c) {
            case '.' -> one(all());
            case '[' -> one(bracket());
            case '^' -> extended || opensBranch ? edge(Regex.Edge.LINE_START) : one(only(c));
            case '$' -> extended || endsBranch() ? edge(Regex.Edge.LINE_END) : one(only(c));
            case '\\' -> escape();
            case '*', '+', '?' -> {
                if (extended && !first) {
                    throw new Wrong("Invalid preceding regular expression");
                }
                yield one(only(c));
            }
            default -> one(only(c));
        };
    }

    private boolean endsBranch() {
        return at == text.length() || startsWith("\\)") || startsWith("\\|");
    }

    private List<Regex.Step> escape() {
        if (at == text.length()) {
            throw new Wrong("Trailing backslash");
        }
        char c = text.charAt(at++);
        if (c >= '1' && c <= '9') {
            throw new Wrong("back-references are not simulated");
        }
        return switch (c) {
            case '<' -> edge(Regex.Edge.WORD_START);
            case '>' -> edge(Regex.Edge.WORD_END);
            case 'b' -> edge(Regex.Edge.WORD_EDGE);
            case 'w' -> one(word(true));
            case 'W' -> one(word(false));
            case 's' -> one(CharClass.named("space"));
            default -> one(only(c));
        };
    }

    private List<Regex.Step> repeated(List<Regex.Step> piece, boolean first) {
        List<Regex.Step> result = piece;
        boolean literalStar = first && !extended && isAnchor(piece);
        while (at < text.length() && !literalStar) {
            if (accept("*")) {
                result = many(result);
            } else if (accept(extended ? "+" : "\\+")) {
                List<Regex.Step> once = new ArrayList<>(result);
                append(once, many(result));
                result = once;
            } else if (accept(extended ? "?" : "\\?")) {
                result = either(result, List.of());
            } else if (isCount()) {
                result = counted(result);
            } else {
                break;
            }
        }
        return result;
    }

    private static boolean isAnchor(List<Regex.Step> piece) {
        return piece.size() == 1 && piece.getFirst() instanceof Regex.Step.At;
    }

    private boolean isCount() {
        String open = extended ? "{" : "\\{";
        int digit = at + open.length();
        return startsWith(open) && digit < text.length() && Lexer.isDigit(text.charAt(digit));
    }

    private List<Regex.Step> counted(List<Regex.Step> piece) {
        at += extended ? 1 : 2;
        int least = number();
        boolean open = accept(",");
        boolean bounded = open && at < text.length() && Lexer.isDigit(text.charAt(at));
        int most = bounded ? number() : least;
        if (!accept(extended ? "}" : "\\}") || least > MOST_TIMES || most > MOST_TIMES || most < least) {
            throw new Wrong("Invalid content of \\{\\}");
        }
        List<Regex.Step> all = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            append(all, i < least ? piece : either(piece, List.of()));
        }
        if (open && !bounded) {
            append(all, many(piece));
        }
        return all;
    }

    private int number() {
        int value = 0;
        while (at < text.length() && Lexer.isDigit(text.charAt(at))) {
            value = Math.min(MOST_TIMES + 1, value * 10 + text.charAt(at++) - '0');
        }
        return value;
    }

    private BitSet bracket() {
        boolean negated = accept("^");
        int start = at;
        while (at < text.length() && (text.charAt(at) != ']' || at == start)) {
            int close = startsWith("[:") ? text.indexOf(":]", at) : -1;
            at = close > 0 ? close + 2 : at + 1;
        }
        if (at >= text.length()) {
            throw new Wrong("Unmatched [, [^, [:, [., or [=");
        }
        BitSet members = CharClass.members(text.substring(start, at++));
        if (negated) {
            members.flip(0, 256);
        }
        return members;
    }

    /** One alternative or the other; places inside are relative until they are appended. */
    private static List<Regex.Step> either(List<Regex.Step> left, List<Regex.Step> right) {
        List<Regex.Step> all = new ArrayList<>();
        all.add(new Regex.Step.Fork(1, left.size() + 2));
        append(all, left);
        int end = left.size() + 2 + right.size();
        all.add(new Regex.Step.Fork(end, end));
        append(all, right);
        return all;
    }

    private static List<Regex.Step> many(List<Regex.Step> piece) {
        List<Regex.Step> all = new ArrayList<>();
        all.add(new Regex.Step.Fork(1, piece.size() + 2));
        append(all, piece);
        all.add(new Regex.Step.Fork(0, 0));
        return all;
    }

    private static void append(List<Regex.Step> all, List<Regex.Step> more) {
        int base = all.size();
        if (base + more.size() > MOST_STEPS) {
            throw new Wrong("Regular expression too big");
        }
        for (Regex.Step step : more) {
            all.add(
                    step instanceof Regex.Step.Fork fork
                            ? new Regex.Step.Fork(fork.first() + base, fork.second() + base)
                            : step);
        }
    }

    private static List<Regex.Step> one(BitSet members) {
        return List.of(new Regex.Step.One(members));
    }

    private static List<Regex.Step> edge(Regex.Edge edge) {
        return List.of(new Regex.Step.At(edge));
    }

    private static BitSet only(char c) {
        BitSet members = new BitSet();
        members.set(c);
        return members;
    }

    private static BitSet all() {
        BitSet members = new BitSet();
        members.set(0, 256);
        return members;
    }

    private static BitSet word(boolean wanted) {
        BitSet members = new BitSet();
        for (char c = 0; c < 256; c++) {
            members.set(c, Regex.isWord(c) == wanted);
        }
        return members;
    }

    private boolean startsWith(String sign) {
        return text.startsWith(sign, at);
    }

    private boolean accept(String sign) {
        boolean found = startsWith(sign);
        at += found ? sign.length() : 0;
        return found;
    }

    /** A text that is no regular expression. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message, null, false, false);
        }
    }
}
