package io.twinpath.lab.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lays one tree over another: maps merge, everything else is replaced. */
final class Overlay {

    private Overlay() {}

    /** A new tree: {@code above} laid over {@code below}. */
    static JsonNode over(ObjectNode below, JsonNode above) {
        if (!(above instanceof ObjectNode changes)) {
            return above;
        }
        ObjectNode merged = below.deepCopy();
        onto(merged, changes);
        return merged;
    }

    /** Changes {@code target} in place. */
    static void onto(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(e -> {
            JsonNode value =
                    target.get(e.getKey()) instanceof ObjectNode below ? over(below, e.getValue()) : e.getValue();
            target.set(e.getKey(), value);
        });
    }
}
