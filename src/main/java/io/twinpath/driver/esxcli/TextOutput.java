package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.List;

/**
 * The text that esxcli prints for people: records, tables and bare values. Anything that does not have exactly one of
 * these forms is refused, because a wrong fact is worse than none.
 */
final class TextOutput {

    private TextOutput() {}

    static List<Row> rows(Reply reply) throws UnreadableException {
        Lines lines = new Lines(reply);
        lines.skipBlank();
        if (!lines.hasNext()) {
            return List.of();
        }
        return TextTable.isRule(lines.peek(1)) ? TextTable.read(lines) : TextRecords.read(lines);
    }

    static String scalar(Reply reply) throws UnreadableException {
        String text = reply.body().strip();
        if (text.isEmpty() || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new UnreadableException(reply.source() + ": one bare value was expected.");
        }
        if (text.contains(": ")) {
            throw new UnreadableException(
                    reply.source() + ": one bare value was expected and the host said \"" + text + "\".");
        }
        return text;
    }
}
