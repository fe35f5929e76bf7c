package io.twinpath.driver.vim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts an object together field by field, in the order of its type:
 *
 * <pre>{@code
 * Node.build("spec", "HostVirtualSwitchSpec")
 *         .copy(read, "numPorts")
 *         .put(bridge)
 *         .copy(read, "policy")
 *         .put(Node.number("mtu", 9000))
 *         .end();
 * }</pre>
 *
 * <p>What is neither put nor copied is not sent, and to some calls that means "take it away". The order of what was read has
 * no influence.
 */
public final class NodeBuilder {

    private final String name;
    private final String type;
    private final List<Node> fields = new ArrayList<>();

    NodeBuilder(String name, String type) {
        this.name = name;
        this.type = type;
    }

    public NodeBuilder put(Node field) {
        fields.add(field);
        return this;
    }

    public NodeBuilder put(Optional<Node> field) {
        field.ifPresent(fields::add);
        return this;
    }

    public NodeBuilder putAll(List<Node> items) {
        fields.addAll(items);
        return this;
    }

    /** The fields of these names as they stand in an object that was read; those that it has not are left out. */
    public NodeBuilder copy(Node read, String... names) {
        for (String field : names) {
            fields.addAll(read.all(field));
        }
        return this;
    }

    public Node end() {
        return Node.object(name, type, fields);
    }
}
