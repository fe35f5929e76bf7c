package io.twinpath.driver;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Properties of every object of a type that a server has.
 *
 * @param type such as {@code VirtualMachine}; objects of derived types are among them
 * @param paths as thin as can be: there may be ten thousand objects
 */
public record InventoryQuery(String type, List<String> paths) implements Query {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,79}");

    public InventoryQuery {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a type of managed objects: " + type);
        }
        paths = PropertyPaths.checked(paths);
    }

    public static InventoryQuery of(String type, String... paths) {
        return new InventoryQuery(type, List.of(paths));
    }

    @Override
    public String typed() {
        return "every " + type + "{" + String.join(", ", paths) + "}";
    }

    @Override
    public String toString() {
        return typed();
    }
}
