package io.twinpath.driver.replay;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the indentation of pasted text back as esxcli printed it, where it is plain what it was: an example in a document is
 * indented as a whole, and some pages drop the blanks that lines start with. Every line stays a line, and nothing behind a
 * line's first letter is touched, so whatever is not plain is refused by who reads the text.
 */
final class Indentation {

    private static final String FIELD = "   ";

    /** A field's name has capitals; a sentence that a host says instead of an answer has small letters. */
    private static final Pattern FIELD_LINE = Pattern.compile(
            "(?:[A-Z0-9(][^\\s:]*(?: [A-Z0-9(][^\\s:]*){0,7}|No of outstanding IOs with competing worlds):(?: .*)?");

    private static final Set<String> NO_FIELDS = Set.of("Error", "Usage", "Warning");

    private Indentation() {}

    static String restored(String text) {
        List<String> lines = untabbed(text.lines().toList());
        List<String> filled = lines.stream().filter(l -> !l.isBlank()).toList();
        if (filled.isEmpty()) {
            return text;
        }
        String prefix = common(filled);
        boolean whole = filled.stream().allMatch(l -> blanks(l) == prefix.length());
        if (whole && named(lines)) {
            return each(lines, l -> field(l) ? FIELD + l.strip() : l.strip());
        }
        if (prefix.isEmpty() && !whole) {
            return each(lines, l -> l);
        }
        String own = field(filled.get(0)) ? FIELD : "";
        return each(lines, l -> own + l.substring(prefix.length()));
    }

    /** With three blanks for each tab at the start of a line, where tabs are all that lines start with. */
    private static List<String> untabbed(List<String> lines) {
        boolean tabs = lines.stream().anyMatch(l -> l.startsWith("\t") && !l.isBlank());
        boolean others = lines.stream()
                .anyMatch(l -> !l.isBlank() && l.substring(0, blanks(l)).chars().anyMatch(c -> c != '\t'));
        if (!tabs || others) {
            return lines;
        }
        return lines.stream()
                .map(l -> FIELD.repeat(blanks(l)) + l.stripLeading())
                .toList();
    }

    /** The blanks and tabs that all lines start with. */
    private static String common(List<String> filled) {
        String prefix = filled.get(0).substring(0, blanks(filled.get(0)));
        for (String line : filled) {
            while (!line.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix;
    }

    private static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Records with a name above each and blank lines between them. */
    private static boolean named(List<String> lines) {
        boolean first = true;
        boolean fields = false;
        for (String line : lines) {
            if (line.isBlank()) {
                first = true;
            } else if (first == field(line)) {
                return false;
            } else {
                fields |= !first;
                first = false;
            }
        }
        return fields;
    }

    private static boolean field(String line) {
        String text = line.strip();
        return FIELD_LINE.matcher(text).matches() && !NO_FIELDS.contains(text.substring(0, text.indexOf(':')));
    }

    private interface Change {
        String of(String line);
    }

    private static String each(List<String> lines, Change change) {
        return lines.stream().map(l -> l.isBlank() ? "" : change.of(l)).collect(Collectors.joining("\n", "", "\n"));
    }
}
