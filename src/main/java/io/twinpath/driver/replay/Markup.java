package io.twinpath.driver.replay;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes away what pages put around or before the lines of an output: marks of a quotation, of a comment, of a code block, and
 * the backslash that keeps an underscore from slanting the text. Every line stays a line.
 */
final class Markup {

    private static final Pattern CALL = Pattern.compile(".*\\b(?:esxcli|localcli) .*");
    private static final Pattern OPENING = Pattern.compile("^\\s*(?:<(?:pre|code)>)+");
    private static final Pattern CLOSING = Pattern.compile("(?:</(?:pre|code)>)+\\s*$");
    private static final Pattern QUOTE = Pattern.compile("^[ \\t]*> ?");

    /** A comment that is an output: a rule below titles, or a field. What describes a recording has one blank behind its sign. */
    private static final Pattern COMMENTED_OUTPUT =
            Pattern.compile("#\\s*-{2,}(?:\\s+-{2,})*\\s*|# {3,8}[A-Z][^:]{0,80}:.*");

    private static final Pattern COMMENT = Pattern.compile("^# ?");
    private static final Pattern ONLY_ESCAPED_UNDERSCORES = Pattern.compile("(?:[^\\\\]|\\\\_)*+");

    private Markup() {}

    static String removed(String text) {
        String plain = OPENING.matcher(text).find()
                ? CLOSING.matcher(OPENING.matcher(text).replaceFirst("")).replaceFirst("\n")
                : text;
        List<String> filled = plain.lines()
                .filter(l -> !l.isBlank() && !CALL.matcher(l).matches())
                .toList();
        if (!filled.isEmpty() && filled.stream().allMatch(l -> QUOTE.matcher(l).find())) {
            plain = each(plain, QUOTE);
        } else if (filled.stream().allMatch(l -> l.startsWith("#"))
                && filled.stream().anyMatch(l -> COMMENTED_OUTPUT.matcher(l).matches())) {
            plain = each(plain, COMMENT);
        }
        return plain.contains("\\_") && ONLY_ESCAPED_UNDERSCORES.matcher(plain).matches()
                ? plain.replace("\\_", "_")
                : plain;
    }

    private static String each(String text, Pattern mark) {
        return text.lines().map(l -> mark.matcher(l).replaceFirst("")).collect(Collectors.joining("\n", "", "\n"));
    }
}
