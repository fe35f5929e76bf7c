package io.twinpath.spec.layer;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.template.Scope;
import io.twinpath.spec.template.Templates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders the variables of one host, each after those that it names. */
final class Variables {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Templates templates;
    private final Diagnostics into;
    private final Map<String, Node> written = new LinkedHashMap<>();
    private final Map<String, Node> rendered = new LinkedHashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Scope scope;

    /** @param always what every template of this host sees */
    Variables(Templates templates, Map<String, Object> always, Node.Mapping vars, Diagnostics into) {
        this.templates = templates;
        this.into = into;
        this.scope = templates.scope(always);
        vars.entries().forEach(e -> written.put(e.key().text(), e.value()));
        vars.entries().stream()
                .filter(e -> !Templates.holds(e.value()))
                .forEach(e -> define(e.key().text(), e.value()));
        written.keySet().forEach(name -> resolve(name, new ArrayList<>()));
    }

    Scope scope() {
        return scope;
    }

    /** In the order of writing. */
    Map<String, Node> rendered() {
        Map<String, Node> ordered = new LinkedHashMap<>();
        written.keySet().stream().filter(rendered::containsKey).forEach(n -> ordered.put(n, node(n)));
        return ordered;
    }

    private Node node(String name) {
        Node done = rendered.get(name);
        return done == null ? Objects.requireNonNull(written.get(name)) : done;
    }

    private void define(String name, Node value) {
        rendered.put(name, value);
        scope.define(name, templates.value(value));
    }

    private void resolve(String name, List<String> way) {
        if (rendered.containsKey(name) || failed.contains(name)) {
            return;
        }
        Node value = node(name);
        if (way.contains(name)) {
            circle(name, way, value);
            return;
        }
        way.add(name);
        Set<String> named = words(value);
        written.keySet().stream().filter(named::contains).forEach(n -> resolve(n, way));
        way.removeLast();
        if (failed.contains(name)) {
            return;
        }
        Node result = templates.render(value, scope, into);
        if (templates.isBroken(result)) {
            failed.add(name);
            scope.fail(name);
        } else {
            define(name, result);
        }
    }

    private void circle(String name, List<String> way, Node value) {
        List<String> chain = new ArrayList<>(way.subList(way.indexOf(name), way.size()));
        failed.addAll(chain);
        chain.forEach(scope::fail);
        chain.add(name);
        into.add(Diagnostic.error(
                        "SPC0077",
                        "Variables in a circle",
                        "A variable cannot need itself: " + String.join(" > ", chain) + ".")
                .at(value.span(), "the circle closes here"));
    }

    /** Every word in the templates of a tree that is not quoted; those that name something are among them. */
    static Set<String> words(Node node) {
        Set<String> words = new HashSet<>();
        words(node, words);
        return words;
    }

    private static void words(Node node, Set<String> into) {
        switch (node) {
            case Node.Scalar s -> {
                if (Templates.holds(s.text())) {
                    Matcher m = WORD.matcher(QUOTED.matcher(s.text()).replaceAll("''"));
                    while (m.find()) {
                        into.add(m.group());
                    }
                }
            }
            case Node.Sequence s -> s.items().forEach(i -> words(i, into));
            case Node.Mapping m -> m.entries().forEach(e -> words(e.value(), into));
        }
    }
}
