package io.twinpath.spec.yaml;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads one file. Any bytes give a tree or located diagnostics, never an exception. */
public final class YamlReader {

    private YamlReader() {}

    /**
     * The tree of a file whose root is a mapping.
     *
     * <p>A tree can come together with errors: then only parts of the file were refused, and the rest can be checked too.
     *
     * @param name how places in it are called
     */
    public static Optional<Node.Mapping> mapping(String name, byte[] bytes, Diagnostics into) {
        return TextCheck.text(name, bytes, into).flatMap(text -> {
            SourceText source = new SourceText(name, text);
            return new EventTree(source, into).root().flatMap(root -> asMapping(root, into));
        });
    }

    /** A value given in one piece, such as on the command line: flow style when it starts with a bracket, else a text. */
    public static Optional<Node> value(String name, String text, Diagnostics into) {
        return TextCheck.text(name, text.getBytes(StandardCharsets.UTF_8), into)
                .flatMap(t -> new EventTree(new SourceText(name, t), into).root());
    }

    private static Optional<Node.Mapping> asMapping(Node root, Diagnostics into) {
        if (root instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        Optional<String> unspaced = Optional.empty();
        if (root instanceof Node.Scalar scalar && scalar.plain()) {
            int colon = scalar.text().indexOf(':');
            unspaced = colon > 0 ? Optional.of(scalar.text().substring(0, colon)) : Optional.empty();
        }
        into.add(YamlProblem.describe(new YamlProblem.NotAMapping(root.span(), root.form(), unspaced)));
        return Optional.empty();
    }
}
