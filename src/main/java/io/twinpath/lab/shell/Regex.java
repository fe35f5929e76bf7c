package io.twinpath.lab.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A POSIX regular expression, matched by walking all alternatives at once: time grows with the text times the pattern,
 * never exponentially, and no stack is used. The longest of the leftmost matches is found, as POSIX wants it.
 */
final class Regex {

    private final List<Step> steps;
    private final boolean foldsCase;

    Regex(List<Step> steps, boolean foldsCase) {
        this.steps = List.copyOf(steps);
        this.foldsCase = foldsCase;
    }

    /** One state: where a match can go from here. */
    sealed interface Step {

        /** Takes one character. */
        record One(BitSet members) implements Step {}

        /** Goes on at both places. */
        record Fork(int first, int second) implements Step {}

        /** Goes on where the text is at such an edge. */
        record At(Edge edge) implements Step {}

        record Done() implements Step {}
    }

    enum Edge {
        LINE_START,
        LINE_END,
        WORD_START,
        WORD_END,
        WORD_EDGE
    }

    /** @param end behind the last character */
    record Match(int start, int end) {}

    /** The first match at or behind {@code from}, or one with a negative start. */
    Match find(String text, int from, Budget budget) {
        for (int start = from; start <= text.length(); start++) {
            if (start % 64 == 0) {
                budget.check();
            }
            int end = longest(text, start);
            if (end >= 0) {
                return new Match(start, end);
            }
        }
        return new Match(-1, -1);
    }

    /** Whether there is a match anywhere: one walk over the text. */
    boolean isIn(String text) {
        BitSet current = new BitSet();
        for (int at = 0; at <= text.length(); at++) {
            reach(current, 0, text, at);
            if (current.get(steps.size() - 1)) {
                return true;
            }
            current = at < text.length() ? after(current, text, at) : current;
        }
        return false;
    }

    private int longest(String text, int start) {
        BitSet current = new BitSet();
        reach(current, 0, text, start);
        int end = -1;
        for (int at = start; !current.isEmpty(); at++) {
            end = current.get(steps.size() - 1) ? at : end;
            if (at == text.length()) {
                break;
            }
            current = after(current, text, at);
        }
        return end;
    }

    private BitSet after(BitSet current, String text, int at) {
        BitSet next = new BitSet();
        char c = text.charAt(at);
        for (int i = current.nextSetBit(0); i >= 0; i = current.nextSetBit(i + 1)) {
            if (steps.get(i) instanceof Step.One one && takes(one.members(), c)) {
                reach(next, i + 1, text, at + 1);
            }
        }
        return next;
    }

    private boolean takes(BitSet members, char c) {
        return members.get(c)
                || (foldsCase
                        && c < 128
                        && (members.get(Character.toLowerCase(c)) || members.get(Character.toUpperCase(c))));
    }

    /** Marks every state that can be reached without taking a character. */
    private void reach(BitSet states, int from, String text, int at) {
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int i = open.pop();
            if (states.get(i)) {
                continue;
            }
            states.set(i);
            switch (steps.get(i)) {
                case Step.Fork fork -> {
                    open.push(fork.first());
                    open.push(fork.second());
                }
                case Step.At edge -> {
                    if (isAt(edge.edge(), text, at)) {
                        open.push(i + 1);
                    }
                }
                case Step.One ignored -> {}
                case Step.Done ignored -> {}
            }
        }
    }

    private static boolean isAt(Edge edge, String text, int at) {
        boolean before = at > 0 && isWord(text.charAt(at - 1));
        boolean after = at < text.length() && isWord(text.charAt(at));
        return switch (edge) {
            case LINE_START -> at == 0;
            case LINE_END -> at == text.length();
            case WORD_START -> !before && after;
            case WORD_END -> before && !after;
            case WORD_EDGE -> before != after;
        };
    }

    static boolean isWord(char c) {
        return Lexer.isNameStart(c) || Lexer.isDigit(c);
    }

    /** A pattern that is only text. */
    static Regex text(String text, boolean foldsCase) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            BitSet one = new BitSet();
            one.set(text.charAt(i));
            steps.add(new Step.One(one));
        }
        steps.add(new Step.Done());
        return new Regex(steps, foldsCase);
    }
}
