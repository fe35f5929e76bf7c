package io.twinpath.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Does by hand what a remedy says: writes its lines into the inventory, where the same things stand. */
public final class SpecChange {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private SpecChange() {}

    /** The top-level key that a change is about, such as {@code vms}. */
    public static String about(String change) throws JsonProcessingException {
        return YAML.readTree(change).fieldNames().next();
    }

    /** What the change says goes before what stood there. */
    public static String made(String inventory, String change) throws JsonProcessingException {
        return merged(YAML.readTree(inventory), YAML.readTree(change)).toPrettyString() + "\n";
    }

    private static JsonNode merged(JsonNode before, JsonNode change) {
        if (!change.isObject()) {
            return change;
        }
        ObjectNode both = before.isObject() ? before.deepCopy() : YAML.createObjectNode();
        change.properties()
                .forEach(field -> both.set(field.getKey(), merged(both.path(field.getKey()), field.getValue())));
        return both;
    }
}
