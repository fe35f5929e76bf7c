package io.twinpath.spec.layer;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.InventoryProblem;
import io.twinpath.spec.inventory.Parameter;
import io.twinpath.spec.template.Scope;
import io.twinpath.spec.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the arguments of a module call to values of the declared types. */
final class Arguments {

    private final Templates templates;
    private final Diagnostics into;

    Arguments(Templates templates, Diagnostics into) {
        this.templates = templates;
        this.into = into;
    }

    /** The values by name; empty after a problem. Defaults are rendered where the call stands. */
    Optional<Map<String, Object>> of(Calls.Call call, Scope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean good = true;
        for (Parameter parameter : call.module().parameters().values()) {
            Optional<Node> given = call.use().with().value(parameter.name()).or(parameter::fallback);
            if (given.isPresent()) {
                Optional<Object> value = value(call, parameter, templates.render(given.orElseThrow(), scope, into));
                good &= value.isPresent();
                value.ifPresent(v -> values.put(parameter.name(), v));
            }
        }
        return good ? Optional.of(values) : Optional.empty();
    }

    private Optional<Object> value(Calls.Call call, Parameter parameter, Node node) {
        if (templates.isBroken(node)) {
            return Optional.empty();
        }
        Optional<Object> value = parameter.type().list() ? items(call, parameter, node) : item(call, parameter, node);
        Optional<String> objection = value.flatMap(parameter::objection);
        objection.ifPresent(why -> unfit(call, parameter, node.span(), why));
        return objection.isPresent() ? Optional.empty() : value;
    }

    private Optional<Object> items(Calls.Call call, Parameter parameter, Node node) {
        if (!(node instanceof Node.Sequence sequence)) {
            unfit(call, parameter, node.span(), "here is " + node.form() + ", but a list is expected");
            return Optional.empty();
        }
        List<Object> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            item(call, parameter, item).ifPresent(items::add);
        }
        return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
    }

    private Optional<Object> item(Calls.Call call, Parameter parameter, Node node) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
            unfit(
                    call,
                    parameter,
                    node.span(),
                    "here is " + node.form() + ", but " + parameter.type().itemTitle() + " is expected");
            return Optional.empty();
        }
        try {
            return Optional.of(parameter.type().item(scalar.text()));
        } catch (IllegalArgumentException e) {
            unfit(
                    call,
                    parameter,
                    node.span(),
                    "\"" + scalar.text() + "\" is not " + parameter.type().itemTitle() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void unfit(Calls.Call call, Parameter parameter, Span span, String why) {
        into.add(InventoryProblem.describe(new InventoryProblem.UnfitParameter(
                span,
                call.module().name(),
                parameter.name(),
                why,
                parameter.key().span())));
    }
}
