package io.twinpath.graph;

import java.util.List;

/**
 * A host: the frame around its parts.
 *
 * @param id as {@code host:esxi3.lain.local}
 */
public record HostNode(String id, String name, Condition condition, List<Fact> facts) {
    public HostNode {
        facts = List.copyOf(facts);
    }

    public State state() {
        return condition.state();
    }
}
