package io.twinpath.graph;

import java.util.List;
import java.util.Optional;

/**
 * A part as it is drawn. All text is as files and hosts wrote it, and not safe to show as it is.
 *
 * @param id as people name the part on a command line where it can fail, such as {@code nic:esxi3.lain.local/vmnic4}; else alike
 * @param host that it belongs to; empty when hosts share it
 * @param label what to call it
 * @param note a few words more, such as the model of a card; may be empty
 * @param facts what else is known
 */
public record Node(
        String id,
        Layer layer,
        Optional<String> host,
        String label,
        String note,
        Condition condition,
        List<Fact> facts) {
    public Node {
        facts = List.copyOf(facts);
    }

    public State state() {
        return condition.state();
    }

    Node with(Optional<String> newHost) {
        return new Node(id, layer, newHost, label, note, condition, facts);
    }
}
