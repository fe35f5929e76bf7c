package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Words in the making: collects text, splits what expansions yield, and remembers which characters were quoted. */
final class Fields {

    private final String separators;
    private final List<Field> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private BitSet quoted = new BitSet();
    private boolean started;
    private boolean afterBlank;

    Fields(String separators) {
        this.separators = separators;
    }

    /** One field, complete. */
    record Field(String text, BitSet quoted) {

        boolean isSpecial() {
            return Glob.isSpecial(text, quoted);
        }

        Glob glob() {
            return Glob.of(text, quoted);
        }
    }

    /** Text as written by the script's author, never split. */
    void literal(String s) {
        started |= !s.isEmpty();
        text.append(s);
    }

    void quoted(String s) {
        started = true;
        quoted.set(text.length(), text.length() + s.length());
        text.append(s);
    }

    /** A value that came out of an unquoted expansion. */
    void split(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (separators.indexOf(c) < 0) {
                literal(String.valueOf(c));
                afterBlank = false;
            } else if (" \t\n".indexOf(c) >= 0) {
                afterBlank |= started;
                next();
            } else if (started || !afterBlank) {
                started = true;
                next();
                afterBlank = false;
            } else {
                afterBlank = false;
            }
        }
    }

    /** Ends the current field, if one was begun. */
    void next() {
        if (started) {
            done.add(new Field(text.toString(), quoted));
            text.setLength(0);
            quoted = new BitSet();
            started = false;
        }
    }

    List<Field> all() {
        next();
        return done;
    }
}
