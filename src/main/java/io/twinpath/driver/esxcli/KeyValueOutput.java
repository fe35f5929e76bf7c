package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keyvalue formatter: one line for each value, with its whole path. {@code structure[0].Nic.AdminStatus.string=Up} is a
 * field of the first structure of a list, {@code NICInfo.MTU.integer=1500} one of a single structure, {@code
 * ….string[1].string=vmnic3} the second item of a list and {@code ….string[] = } an empty list.
 */
final class KeyValueOutput {

    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z0-9_]+)(?:\\[([0-9]{0,6})\\])?");
    private static final int LONGEST_PATH = 1_000;

    private final Lines lines;

    private KeyValueOutput(Lines lines) {
        this.lines = lines;
    }

    static List<Row> rows(Reply reply) throws UnreadableException {
        Lines lines = new Lines(reply);
        lines.skipBlank();
        if (!lines.hasNext()) {
            return List.of();
        }
        return switch (new KeyValueOutput(lines).read()) {
            case Row.Rows r -> r.rows();
            case Row.Items i when i.items().isEmpty() -> List.of();
            case Row.Items i -> throw new UnreadableException(reply.source() + ": structures were expected.");
            case Row.Text t -> throw new UnreadableException(reply.source() + ": a structure was expected.");
            case Row.Either e -> throw new UnreadableException(reply.source() + ": a structure was expected.");
        };
    }

    static String scalar(Reply reply) throws UnreadableException {
        Lines lines = new Lines(reply);
        lines.skipBlank();
        if (lines.hasNext() && new KeyValueOutput(lines).read() instanceof Row.Text text) {
            return text.text();
        }
        throw new UnreadableException(reply.source() + ": one bare value was expected.");
    }

    private Row.Cell read() throws UnreadableException {
        KeyValueNode root = new KeyValueNode();
        while (lines.hasNext()) {
            line(root);
            lines.next();
            lines.skipBlank();
        }
        if (root.endsEarly()) {
            throw lines.damaged("the last structure ends early");
        }
        return root.cell();
    }

    private void line(KeyValueNode root) throws UnreadableException {
        String line = lines.peek();
        int equals = line.indexOf('=');
        String path = equals < 0 ? "" : line.substring(0, equals).strip();
        if (path.isEmpty() || path.length() > LONGEST_PATH) {
            throw lines.damaged("a path, \"=\" and a value were expected");
        }
        String text = line.substring(equals + 1).replace("\\n", "\n").strip();
        String problem = root.put(segments(path), text, lines.place());
        if (!problem.isEmpty()) {
            throw lines.damaged(problem);
        }
    }

    private List<KeyValueNode.Segment> segments(String path) throws UnreadableException {
        List<KeyValueNode.Segment> segments = new ArrayList<>();
        for (String each : path.split("\\.", -1)) {
            Matcher m = SEGMENT.matcher(each);
            if (!m.matches()) {
                throw lines.damaged("a path, \"=\" and a value were expected");
            }
            String index = m.group(2);
            int number = index == null ? KeyValueNode.NONE : index.isEmpty() ? KeyValueNode.EMPTY : number(index);
            segments.add(new KeyValueNode.Segment(m.group(1), number));
        }
        return segments;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
