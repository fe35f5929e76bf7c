package io.twinpath.driver.api;

import io.twinpath.driver.vim.Node;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Cuts the answer to one question out of the answer to several. */
final class Slice {

    private Slice() {}

    /** A {@code RetrieveResult} of these objects, each with these paths only. */
    static Node of(Collection<Node> contents, Collection<String> paths) {
        List<Node> objects = contents.stream().map(c -> of(c, paths)).toList();
        return Node.object("returnval", "RetrieveResult", objects);
    }

    private static Node of(Node content, Collection<String> paths) {
        List<Node> kept = content.items().stream()
                .filter(n -> switch (n.name()) {
                    case "propSet" -> asked(n.text("name"), paths);
                    case "missingSet" -> asked(n.text("path"), paths);
                    default -> true;
                })
                .toList();
        return Node.object("objects", "ObjectContent", kept);
    }

    private static boolean asked(Optional<String> path, Collection<String> paths) {
        return path.filter(paths::contains).isPresent();
    }
}
