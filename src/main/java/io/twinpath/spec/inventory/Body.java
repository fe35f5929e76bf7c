package io.twinpath.spec.inventory;

import io.twinpath.diag.Span;
import io.twinpath.model.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * What a host, a group, a cluster or a module says about hosts.
 *
 * @param resources the keys of host resources only
 * @param vars variables for templates
 * @param uses the modules that it brings in
 * @param connect how hosts are reached
 */
public record Body(
        Node.Mapping resources, Optional<Node.Mapping> vars, List<Use> uses, Optional<Node.Mapping> connect) {

    public Body {
        uses = List.copyOf(uses);
    }

    static Body empty(Span at) {
        return new Body(new Node.Mapping(List.of(), at), Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * One call of a module.
     *
     * @param module its name
     * @param with the arguments, not rendered yet
     */
    public record Use(Node.Scalar module, Node.Mapping with) {}
}
