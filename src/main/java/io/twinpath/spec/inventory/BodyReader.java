package io.twinpath.spec.inventory;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Splits the mapping of a host, group, cluster or module into resources, variables, module calls and access. */
final class BodyReader {

    static final String VARS = "vars";
    static final String USE = "use";
    static final String CONNECT = "connect";

    private final List<String> hostKeys;
    private final Diagnostics into;

    BodyReader(List<String> hostKeys, Diagnostics into) {
        this.hostKeys = List.copyOf(hostKeys);
        this.into = into;
    }

    Body host(Node.Mapping mapping) {
        return body(mapping, "a host", List.of());
    }

    Body group(Node.Mapping mapping) {
        return body(mapping, "a group", List.of("hosts", "children", "parents"));
    }

    /** The keys of a cluster that are about its hosts; the rest belongs to the cluster itself. */
    Body cluster(Node.Mapping mapping) {
        Node.Mapping settings = mapping.value("host_settings")
                .flatMap(n -> Forms.mappingOrNothing(n, into))
                .orElseGet(() -> new Node.Mapping(List.of(), mapping.span()));
        Forms.onlyKnown(settings, "\"host_settings\"", hostKeys, into);
        return new Body(resources(settings), vars(mapping), uses(mapping), Optional.empty());
    }

    Body module(Node.Mapping mapping, String name) {
        for (String key : List.of(VARS, CONNECT)) {
            mapping.entry(key)
                    .ifPresent(e -> into.add(InventoryProblem.describe(new InventoryProblem.MisplacedKey(
                            e.key().span(),
                            key,
                            "A module takes what it needs as parameters; hosts and groups have "
                                    + "variables and access."))));
        }
        return body(without(mapping, List.of(VARS, CONNECT)), "the resources of module " + name, List.of());
    }

    private Body body(Node.Mapping mapping, String owner, List<String> more) {
        List<String> own =
                Stream.concat(more.stream(), Stream.of(VARS, USE, CONNECT)).toList();
        Forms.onlyKnown(
                mapping, owner, Stream.concat(own.stream(), hostKeys.stream()).toList(), into);
        Optional<Node.Mapping> connect = mapping.value(CONNECT).flatMap(n -> Forms.mapping(n, into));
        connect.ifPresent(c -> Forms.onlyKnown(c, "\"connect\" of " + owner, List.of("ssh", "api", "via"), into));
        return new Body(resources(mapping), vars(mapping), uses(mapping), connect);
    }

    private Node.Mapping resources(Node.Mapping mapping) {
        return new Node.Mapping(
                mapping.entries().stream()
                        .filter(e -> hostKeys.contains(e.key().text()))
                        .toList(),
                mapping.span());
    }

    private Optional<Node.Mapping> vars(Node.Mapping mapping) {
        Optional<Node.Mapping> vars = mapping.value(VARS).flatMap(n -> Forms.mappingOrNothing(n, into));
        vars.ifPresent(v -> v.entries().stream()
                .filter(e -> !VariableNames.isUsable(e.key().text()))
                .forEach(e -> into.add(InventoryProblem.describe(new InventoryProblem.MisplacedKey(
                        e.key().span(), e.key().text(), "Not the name of a variable: " + VariableNames.RULE + ".")))));
        return vars;
    }

    private List<Body.Use> uses(Node.Mapping mapping) {
        List<Body.Use> uses = new ArrayList<>();
        mapping.value(USE).flatMap(n -> Forms.sequence(n, into)).ifPresent(list -> {
            for (Node item : list.items()) {
                use(item).ifPresent(uses::add);
            }
        });
        return uses;
    }

    private Optional<Body.Use> use(Node item) {
        Optional<Node.Mapping> call = Forms.mapping(item, into);
        if (call.isEmpty()) {
            return Optional.empty();
        }
        Node.Mapping m = call.orElseThrow();
        Forms.onlyKnown(m, "the use of a module", List.of("module", "with"), into);
        if (m.value("module").isEmpty()) {
            into.add(InventoryProblem.describe(
                    new InventoryProblem.Missing(m.span(), "The use of a module", "module", "its name")));
        }
        Node.Mapping with = m.value("with")
                .flatMap(n -> Forms.mappingOrNothing(n, into))
                .orElseGet(() -> new Node.Mapping(List.of(), m.span()));
        return m.value("module")
                .flatMap(n -> Forms.text(n, "the name of a module", into))
                .map(n -> new Body.Use(n, with));
    }

    static Node.Mapping without(Node.Mapping mapping, List<String> keys) {
        return new Node.Mapping(
                mapping.entries().stream()
                        .filter(e -> !keys.contains(e.key().text()))
                        .toList(),
                mapping.span());
    }
}
