package io.twinpath.driver.esxcli;

import java.util.regex.Pattern;

/** The forms of esxcli output that are read, those first that say most exactly what is meant. */
public enum Format {
    XML("xml"),
    /** Behind {@code --debug} only. */
    JSON("json"),
    KEYVALUE("keyvalue"),
    CSV("csv"),
    TEXT("txt");

    private static final Pattern PAIR = Pattern.compile("[A-Za-z0-9]+(?:\\[[0-9]*+\\])?(?:\\.[^ =]*+)?(?: )?=.*");
    private static final Pattern TITLES = Pattern.compile("(?:[A-Z][A-Za-z0-9 ]*+,)+\\s*");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /** What the name of a file with such an output ends in. */
    public String ending() {
        return ending;
    }

    /** The form of an output that nobody named; text when it looks like no other. */
    public static Format of(String body) {
        String start = body.stripLeading();
        int end = start.indexOf('\n');
        String line = (end < 0 ? start : start.substring(0, end)).stripTrailing();
        if (line.startsWith("<?xml") || line.startsWith("<output")) {
            return XML;
        }
        if (line.startsWith("{\"") || line.startsWith("[{") || line.equals("[") || line.equals("{")) {
            return JSON;
        }
        if (PAIR.matcher(line).matches()) {
            return KEYVALUE;
        }
        return TITLES.matcher(line).matches() ? CSV : TEXT;
    }
}
