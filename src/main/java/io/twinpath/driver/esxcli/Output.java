package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.List;

/** Reads what esxcli printed, whatever the formatter. */
public final class Output {

    /** The longest answer that is read, in characters: far beyond what a host with every limit reached prints. */
    public static final int LONGEST = 8 << 20;

    private Output() {}

    /** The structures in an answer; none when it is empty, as esxcli prints nothing for no records. */
    public static List<Row> rows(Reply reply) throws UnreadableException {
        requireShort(reply);
        return switch (reply.format()) {
            case XML -> XmlOutput.rows(reply);
            case JSON -> JsonOutput.rows(reply);
            case KEYVALUE -> KeyValueOutput.rows(reply);
            case CSV -> CsvOutput.rows(reply);
            case TEXT -> TextOutput.rows(reply);
        };
    }

    /** The bare value in an answer. */
    public static String scalar(Reply reply) throws UnreadableException {
        requireShort(reply);
        return switch (reply.format()) {
            case XML -> XmlOutput.scalar(reply);
            case JSON -> JsonOutput.scalar(reply);
            case KEYVALUE -> KeyValueOutput.scalar(reply);
            case CSV -> CsvOutput.scalar(reply);
            case TEXT -> TextOutput.scalar(reply);
        };
    }

    private static void requireShort(Reply reply) throws UnreadableException {
        if (reply.body().length() > LONGEST) {
            throw new UnreadableException(reply.source() + ": the answer is longer than 8 MiB.");
        }
    }
}
