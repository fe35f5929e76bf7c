package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.List;

/** The text that esxcli prints for people: records, tables and bare values. */
final class TextOutput {

    private TextOutput() {}

    static List<Row> rows(Reply reply) throws UnreadableException {
        if (reply.body().isBlank()) {
            return List.of();
        }
        throw new UnreadableException(reply.source() + ": text output is not read yet.");
    }

    static String scalar(Reply reply) throws UnreadableException {
        String text = reply.body().strip();
        if (text.isEmpty() || text.contains("\n")) {
            throw new UnreadableException(reply.source() + ": one bare value was expected.");
        }
        return text;
    }
}
