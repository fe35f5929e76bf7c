package io.twinpath.kind;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import java.util.Optional;

/** Finds one object in the answer of a list command. */
public final class Listing {

    private Listing() {}

    /** The first structure whose field has this text. */
    public static Optional<Row> named(Replies replies, EsxcliQuery list, String field, String text)
            throws UnreadableException {
        for (Row row : replies.rows(list)) {
            if (row.need(field).equals(text)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Whether the object is listed; not when the list was not asked for or cannot be read. */
    public static boolean has(Replies replies, EsxcliQuery list, String field, String text) {
        try {
            return named(replies, list, field, text).isPresent();
        } catch (UnreadableException e) {
            return false;
        }
    }
}
