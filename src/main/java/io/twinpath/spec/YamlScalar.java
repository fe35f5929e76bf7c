package io.twinpath.spec;

import io.twinpath.model.Names;
import io.twinpath.spec.template.Templates;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Single texts as YAML that reads back as the same text, whatever is in it: never as a template, a number or nothing. */
public final class YamlScalar {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_/.][A-Za-z0-9_/.()=+-]*([ :][A-Za-z0-9_/.()=+-]+)*");
    private static final Set<String> NOT_A_TEXT = Set.of("null", "Null", "NULL");

    /** What older YAML takes for a boolean. Twinpath does not; an editor may. */
    private static final Set<String> TAKEN_FOR_BOOLEANS = Set.of("on", "off", "yes", "no", "y", "n");

    private YamlScalar() {}

    /** A key of a mapping. Keys are never templates. */
    public static String key(String text) {
        return plain(text) && !text.contains(":") ? text : quoted(text);
    }

    /** A value that the loader takes as it is. */
    public static String value(String text) {
        boolean unsure = TAKEN_FOR_BOOLEANS.contains(text.toLowerCase(Locale.ROOT));
        return plain(text) && !unsure ? text : quoted(Templates.holds(text) ? literal(text) : text);
    }

    /** A value that is meant to be a template. */
    public static String template(String text) {
        return quoted(text);
    }

    private static boolean plain(String text) {
        return PLAIN.matcher(text).matches() && !NOT_A_TEXT.contains(text);
    }

    /** What a template would have to say to give this text. */
    private static String literal(String text) {
        return text.contains("endraw") ? text.replace("{", "{{ '{' }}") : "{% raw %}" + text + "{% endraw %}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Names.hidden(c)) {
                        quoted.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
