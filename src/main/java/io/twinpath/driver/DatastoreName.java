package io.twinpath.driver;

import java.util.Optional;
import java.util.regex.Pattern;

/** The label of a datastore that can stand on a command line without quoting. */
public record DatastoreName(String text) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,41}");

    public DatastoreName {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("not a plain name of a datastore: " + text);
        }
    }

    public static Optional<DatastoreName> of(String text) {
        return NAME.matcher(text).matches() ? Optional.of(new DatastoreName(text)) : Optional.empty();
    }
}
