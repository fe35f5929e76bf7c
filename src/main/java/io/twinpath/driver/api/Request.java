package io.twinpath.driver.api;

import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.util.List;

/**
 * One call as it goes to the wire.
 *
 * @param args with nothing left to look up but secrets
 */
record Request(Ref on, String method, List<Node> args) {

    Request {
        args = List.copyOf(args);
    }

    static Request of(Ref on, String method, Node... args) {
        return new Request(on, method, List.of(args));
    }

    /** An argument that names an object. */
    static Node reference(String name, Ref ref) {
        return Node.reference(name, new Handle.Found(ref));
    }
}
