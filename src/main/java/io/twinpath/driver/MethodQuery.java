package io.twinpath.driver;

import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method of the vSphere API that reads; which those are is a closed list, {@link ReadingMethods}.
 *
 * @param args in the order of the method's description
 */
public record MethodQuery(Handle on, String method, List<Node> args) implements Query {

    public MethodQuery {
        ReadingMethods.require(method);
        args = List.copyOf(args);
        if (args.stream().anyMatch(Node::hides)) {
            throw new IllegalArgumentException("a query carries no secret: " + method);
        }
    }

    public static MethodQuery of(Handle on, String method, Node... args) {
        return new MethodQuery(on, method, List.of(args));
    }

    @Override
    public String typed() {
        return on.shown() + "." + method + args.stream().map(Node::brief).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String toString() {
        return on.shown() + "." + method
                + args.stream().map(Node::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
