package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.List;

/** Reads what esxcli printed, whatever the formatter. */
public final class Output {

    private Output() {}

    /** The structures in an answer; none when it is empty, as esxcli prints nothing for no records. */
    public static List<Row> rows(Reply reply) throws UnreadableException {
        return switch (reply.format()) {
            case XML -> XmlOutput.rows(reply);
            case TEXT -> TextOutput.rows(reply);
        };
    }

    /** The bare value in an answer. */
    public static String scalar(Reply reply) throws UnreadableException {
        return switch (reply.format()) {
            case XML -> XmlOutput.scalar(reply);
            case TEXT -> TextOutput.scalar(reply);
        };
    }
}
