package io.twinpath.graph;

import java.util.List;

/**
 * What is drawn as one box: a part, or parts that are alike.
 *
 * @param node as it is drawn; of several the first, with words for all
 * @param lane the number of its {@link Lane}; -1 for what hosts share
 * @param members all that it stands for
 */
public record Item(Node node, int lane, List<Node> members) {
    public Item {
        members = List.copyOf(members);
    }

    public String id() {
        return node.id();
    }

    public boolean folded() {
        return members.size() > 1;
    }
}
