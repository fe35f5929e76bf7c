package io.twinpath.spec.inventory;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parts of a tree whose form is fixed, and says so when they have another. */
public final class Forms {

    private static final Pattern UNSPACED = Pattern.compile("([a-z_][A-Za-z0-9_]*):[^\\s/].*", Pattern.DOTALL);

    private Forms() {}

    public static Optional<Node.Mapping> mapping(Node node, Diagnostics into) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        into.add(wrong(node, "a mapping"));
        return Optional.empty();
    }

    /** A mapping, where nothing at all stands for an empty one: {@code esxi1.lain.local:}. */
    public static Optional<Node.Mapping> mappingOrNothing(Node node, Diagnostics into) {
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            return Optional.of(new Node.Mapping(List.of(), node.span()));
        }
        return mapping(node, into);
    }

    public static Optional<Node.Sequence> sequence(Node node, Diagnostics into) {
        if (node instanceof Node.Sequence sequence) {
            return Optional.of(sequence);
        }
        into.add(wrong(node, "a list"));
        return Optional.empty();
    }

    public static Optional<Node.Scalar> text(Node node, String expected, Diagnostics into) {
        if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        into.add(wrong(node, expected));
        return Optional.empty();
    }

    /** Reports every key that is not among the known ones. */
    public static boolean onlyKnown(Node.Mapping mapping, String owner, List<String> known, Diagnostics into) {
        boolean good = true;
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                good = false;
                into.add(InventoryProblem.describe(new InventoryProblem.UnknownKey(
                        entry.key().span(), entry.key().text(), owner, known)));
            }
        }
        return good;
    }

    private static io.twinpath.diag.Diagnostic wrong(Node node, String expected) {
        Optional<String> unspaced = Optional.empty();
        if (node instanceof Node.Scalar scalar && scalar.plain()) {
            Matcher m = UNSPACED.matcher(scalar.text());
            unspaced = m.matches() ? Optional.of(m.group(1)) : Optional.empty();
        }
        return InventoryProblem.describe(new InventoryProblem.WrongForm(node.span(), node.form(), expected, unspaced));
    }
}
