package io.twinpath.cli.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Text in the macros of man(7), put together so that no word of a text is taken for a request. */
final class Roff {

    /** Texts are not broken by us: man breaks them, and wider than this no line should be. */
    private static final int WIDTH = 78;

    private final StringBuilder page = new StringBuilder();

    /** As it is typed: hyphens stay hyphens when it is copied. */
    static String literal(String text) {
        return escaped(text).replace("-", "\\-");
    }

    static String bold(String text) {
        return "\\fB" + literal(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + literal(text) + "\\fR";
    }

    /** Prose. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\e");
                case '"' -> out.append("\\(dq");
                case '\'' -> out.append("\\(aq");
                case '`' -> out.append("\\(ga");
                case '^' -> out.append("\\(ha");
                case '~' -> out.append("\\(ti");
                default -> {
                    if (c > 126) {
                        out.append(String.format("\\[u%04X]", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    Roff head(String name, String version) {
        return line(".TH " + literal(name.toUpperCase(Locale.ROOT)) + " 1 \"\" \"" + escaped(version) + "\" "
                + "\"Twinpath\"");
    }

    Roff section(String title) {
        return line(".SH " + title);
    }

    /** A term, in roff, and what it means, as prose. */
    Roff entry(String term, String meaning) {
        return line(".TP").line(term).text(meaning);
    }

    /** Prose, a line of source for each few words. */
    Roff text(String prose) {
        StringBuilder line = new StringBuilder();
        for (String word : prose.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                line(guarded(escaped(line.toString())));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return line.isEmpty() ? this : line(guarded(escaped(line.toString())));
    }

    /** Lines as they are typed. */
    Roff typed(Collection<String> lines) {
        line(".RS").line(".nf");
        lines.forEach(line -> line(guarded(literal(line))));
        return line(".fi").line(".RE");
    }

    /** Other pages, with commas between. */
    Roff references(List<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(bold(name) + "(1)"));
        return line(String.join(",\n", all));
    }

    Roff line(String roff) {
        page.append(roff).append('\n');
        return this;
    }

    /** A line that begins with a dot would be a request. */
    private static String guarded(String line) {
        return line.startsWith(".") ? "\\&" + line : line;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
