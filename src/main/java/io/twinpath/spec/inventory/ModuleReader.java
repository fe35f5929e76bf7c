package io.twinpath.spec.inventory;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Nearest;
import io.twinpath.diag.Span;
import io.twinpath.model.Names;
import io.twinpath.model.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code modules/NAME/module.yml}: parameters with their types, and the resources that the module declares. */
final class ModuleReader {

    private static final List<String> KEYS = List.of("description", "parameters", "resources");
    private static final List<String> PARAMETER_KEYS =
            List.of("type", "default", "required", "description", "choices", "min", "max");

    private final BodyReader bodies;
    private final Diagnostics into;

    ModuleReader(BodyReader bodies, Diagnostics into) {
        this.bodies = bodies;
        this.into = into;
    }

    Inventory.Module read(String name, Node.Mapping root) {
        Forms.onlyKnown(root, "a module", KEYS, into);
        SortedMap<String, Parameter> parameters = new TreeMap<>();
        root.value("parameters").flatMap(n -> Forms.mappingOrNothing(n, into)).ifPresent(declared -> {
            for (Node.Entry entry : declared.entries()) {
                parameter(entry).ifPresent(p -> parameters.put(p.name(), p));
            }
        });
        Body body = root.value("resources")
                .flatMap(n -> Forms.mappingOrNothing(n, into))
                .map(m -> bodies.module(m, name))
                .orElseGet(() -> Body.empty(root.span()));
        Span at = root.entries().isEmpty()
                ? root.span()
                : root.entries().getFirst().key().span();
        return new Inventory.Module(name, at, parameters, body);
    }

    private Optional<Parameter> parameter(Node.Entry entry) {
        Node.Scalar key = entry.key();
        if (!VariableNames.isUsable(key.text())) {
            bad(key, VariableNames.RULE, List.of());
            return Optional.empty();
        }
        Optional<Node.Mapping> fields = Forms.mapping(entry.value(), into);
        if (fields.isEmpty() || !Forms.onlyKnown(fields.orElseThrow(), "a parameter", PARAMETER_KEYS, into)) {
            return Optional.empty();
        }
        Node.Mapping m = fields.orElseThrow();
        Optional<ParameterType> type = type(key, m);
        Optional<Node> fallback = m.value("default");
        Optional<Boolean> required = m.value("required").flatMap(n -> flag(key, n));
        return type.map(t -> new Parameter(
                key,
                t,
                fallback,
                required.orElse(fallback.isEmpty()),
                m.value("description").flatMap(ModuleReader::text).orElse(""),
                choices(m),
                whole(key, m, "min"),
                whole(key, m, "max")));
    }

    private Optional<ParameterType> type(Node.Scalar key, Node.Mapping fields) {
        Optional<Node> written = fields.value("type");
        if (written.isEmpty()) {
            bad(key, "a parameter needs a type, one of " + String.join(", ", ParameterType.words()), List.of());
            return Optional.empty();
        }
        Optional<String> text = written.flatMap(ModuleReader::text);
        Optional<ParameterType> type = text.flatMap(ParameterType::parse);
        if (type.isEmpty()) {
            into.add(InventoryProblem.describe(new InventoryProblem.BadParameter(
                    written.orElseThrow().span(),
                    key.text(),
                    "the types are " + String.join(", ", ParameterType.words()),
                    Nearest.hint(text.orElse(""), ParameterType.words()))));
        }
        return type;
    }

    private Optional<Boolean> flag(Node.Scalar key, Node node) {
        Optional<String> text = text(node);
        if (text.filter(t -> t.equals("true") || t.equals("false")).isEmpty()) {
            bad(key, "\"required\" is true or false", List.of());
        }
        return text.map("true"::equals);
    }

    private Optional<Long> whole(Node.Scalar key, Node.Mapping fields, String name) {
        Optional<String> text = fields.value(name).flatMap(ModuleReader::text);
        if (text.isPresent() && !text.orElseThrow().matches("-?[0-9]{1,18}")) {
            bad(key, "\"" + name + "\" is a whole number", List.of());
            return Optional.empty();
        }
        return text.map(Long::valueOf);
    }

    private List<String> choices(Node.Mapping fields) {
        return fields.value("choices").flatMap(n -> Forms.sequence(n, into)).stream()
                .flatMap(s -> s.items().stream())
                .flatMap(n -> text(n).stream())
                .toList();
    }

    private static Optional<String> text(Node node) {
        return node instanceof Node.Scalar s && !s.isNull() ? Optional.of(s.text()) : Optional.empty();
    }

    private void bad(Node.Scalar key, String why, List<String> hints) {
        into.add(InventoryProblem.describe(new InventoryProblem.BadParameter(key.span(), key.text(), why, hints)));
    }

    /** The module's name from its file name; empty when it is not a name. */
    static Optional<String> nameOf(String file) {
        String[] parts = file.split("/", -1);
        return parts.length == 3 && Names.isToken(parts[1]) ? Optional.of(parts[1]) : Optional.empty();
    }
}
