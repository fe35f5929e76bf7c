package io.twinpath.driver.esxcli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of keyvalue output that grows line by line: a text, a list, or a structure. Nothing until the first line. */
final class KeyValueNode {

    static final int NONE = -1;
    static final int EMPTY = -2;

    private static final String STRUCTURE = "structure";

    private enum Form {
        OPEN,
        TEXT,
        NOTHING,
        LIST,
        STRUCTURE
    }

    /**
     * A part of a path.
     *
     * @param index the number in brackets, {@link #NONE} without brackets, {@link #EMPTY} when nothing is in them
     */
    record Segment(String name, int index) {}

    private Form form = Form.OPEN;
    private String text = "";
    private String type = "";
    private String place = "";
    private final List<KeyValueNode> items = new ArrayList<>();
    private final Map<String, KeyValueNode> fields = new LinkedHashMap<>();

    /** Puts a value where its path leads; says what is wrong, or nothing. */
    String put(List<Segment> path, String value, String line) {
        Segment first = path.get(0);
        return switch (first.index) {
            case EMPTY -> path.size() == 1 && value.isEmpty() && nothing() ? "" : "a list differs";
            case NONE -> path.size() == 1 ? text(value) : field(path, value, line);
            default -> item(path, value, line);
        };
    }

    private boolean nothing() {
        boolean fits = form == Form.OPEN;
        form = fits ? Form.NOTHING : form;
        return fits;
    }

    private String text(String value) {
        if (form != Form.OPEN) {
            return "a value stands twice";
        }
        form = Form.TEXT;
        text = value;
        return "";
    }

    private String field(List<Segment> path, String value, String line) {
        Segment name = path.get(1);
        if (path.size() < 3 || name.index != NONE) {
            return "a path, \"=\" and a value were expected";
        }
        if (form == Form.OPEN) {
            place = line;
        }
        if (!becomes(Form.STRUCTURE, path.get(0).name)) {
            return "a structure has two types";
        }
        return fields.computeIfAbsent(Row.normal(name.name), n -> new KeyValueNode())
                .put(path.subList(2, path.size()), value, line);
    }

    /** Items come in their order, so that none is missing. */
    private String item(List<Segment> path, String value, String line) {
        Segment first = path.get(0);
        if (path.size() < 2 || !becomes(Form.LIST, first.name)) {
            return "a list differs";
        }
        if (first.index == items.size()) {
            items.add(new KeyValueNode());
        } else if (first.index != items.size() - 1) {
            return "item " + items.size() + " of a list is missing";
        }
        KeyValueNode last = items.get(items.size() - 1);
        boolean structure = path.size() > 2;
        return structure == first.name.equals(STRUCTURE)
                ? last.put(path.subList(1, path.size()), value, line)
                : "a list differs";
    }

    private boolean becomes(Form wanted, String wantedType) {
        boolean fits = form == Form.OPEN || (form == wanted && type.equals(wantedType));
        form = fits ? wanted : form;
        type = fits ? wantedType : type;
        return fits;
    }

    /** Whether the last of several structures has the fields of the one before it only up to some point. */
    boolean endsEarly() {
        if (items.size() < 2) {
            return false;
        }
        List<String> last = List.copyOf(items.get(items.size() - 1).fields.keySet());
        List<String> before = List.copyOf(items.get(items.size() - 2).fields.keySet());
        return last.size() < before.size() && before.subList(0, last.size()).equals(last);
    }

    Row.Cell cell() {
        return switch (form) {
            case OPEN -> new Row.Text("");
            case TEXT -> new Row.Text(text);
            case NOTHING -> new Row.Items(List.of());
            case STRUCTURE -> new Row.Rows(List.of(row()));
            case LIST ->
                type.equals(STRUCTURE)
                        ? new Row.Rows(items.stream().map(KeyValueNode::row).toList())
                        : new Row.Items(items.stream().map(i -> i.text).toList());
        };
    }

    private Row row() {
        Map<String, Row.Cell> cells = new LinkedHashMap<>();
        fields.forEach((name, node) -> cells.put(name, node.cell()));
        return new Row(place, "", cells);
    }
}
