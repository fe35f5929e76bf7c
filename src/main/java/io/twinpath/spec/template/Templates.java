package io.twinpath.spec.template;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders the scalars of a tree. One object per load; one thread may render while others ask what is broken. */
public final class Templates {

    private final MissingKeys missing = new MissingKeys();
    private final Set<Node> broken = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private @Nullable FutureTask<Engine> engine;

    /** Whether a text has to be rendered at all. */
    public static boolean holds(String text) {
        int at = text.indexOf('{');
        while (at >= 0 && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            if (next == '{' || next == '%' || next == '#') {
                return true;
            }
            at = text.indexOf('{', at + 1);
        }
        return false;
    }

    /** Whether any scalar of a tree has to be rendered. */
    public static boolean holds(Node node) {
        return switch (node) {
            case Node.Scalar s -> holds(s.text());
            case Node.Sequence s -> s.items().stream().anyMatch(Templates::holds);
            case Node.Mapping m -> m.entries().stream().anyMatch(e -> holds(e.value()));
        };
    }

    /** The values of a rendered tree as templates see them. */
    public Object value(Node rendered) {
        return Values.of(rendered, missing);
    }

    /** @param values texts, whole numbers, booleans, and lists and maps of these */
    public Scope scope(Map<String, Object> values) {
        Map<String, Object> strict = new LinkedHashMap<>();
        values.forEach((name, value) -> strict.put(name, strict(value)));
        return new Scope(strict);
    }

    private Object strict(Object value) {
        if (value instanceof Map<?, ?> map && !(value instanceof StrictMap)) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put((String) k, strict(v)));
            return new StrictMap(copy, missing);
        }
        return value;
    }

    /**
     * The tree with every template replaced by its result. Trees without templates are returned as they are. A template
     * that fails goes to {@code into} and leaves a part behind that {@link #isBroken} knows.
     */
    public Node render(Node node, Scope scope, Diagnostics into) {
        return switch (node) {
            case Node.Scalar s -> holds(s.text()) ? scalar(s, scope, into) : s;
            case Node.Sequence s -> {
                List<Node> items = new ArrayList<>(s.items().size());
                boolean same = true;
                for (Node item : s.items()) {
                    Node rendered = render(item, scope, into);
                    same &= same(rendered, item);
                    items.add(rendered);
                }
                yield same ? s : new Node.Sequence(items, s.span());
            }
            case Node.Mapping m -> mapping(m, scope, into);
        };
    }

    public Node.Mapping mapping(Node.Mapping m, Scope scope, Diagnostics into) {
        List<Node.Entry> entries = new ArrayList<>(m.entries().size());
        boolean same = true;
        for (Node.Entry entry : m.entries()) {
            Node rendered = render(entry.value(), scope, into);
            same &= same(rendered, entry.value());
            entries.add(same(rendered, entry.value()) ? entry : new Node.Entry(entry.key(), rendered));
        }
        return same ? m : new Node.Mapping(entries, m.span());
    }

    /** Comparing content would cost as much as rendering. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Node left, Node right) {
        return left == right;
    }

    /** Whether a tree holds what is left of a template that failed. */
    public boolean isBroken(Node node) {
        if (broken.isEmpty()) {
            return false;
        }
        return switch (node) {
            case Node.Scalar s -> broken.contains(s);
            case Node.Sequence s -> s.items().stream().anyMatch(this::isBroken);
            case Node.Mapping m -> m.entries().stream().anyMatch(e -> isBroken(e.value()));
        };
    }

    private Node scalar(Node.Scalar scalar, Scope scope, Diagnostics into) {
        try {
            Object value = engine().evaluate(scalar.text(), scope);
            Node result = Values.toNode(value, scalar.span());
            if (holds(result)) {
                into.add(TemplateProblem.describe(new TemplateProblem.StaysLiteral(scalar.span())));
            }
            return result;
        } catch (TemplateFault fault) {
            if (!fault.isConsequence()) {
                into.add(TemplateProblem.describe(fault.at(place(scalar, fault.part))));
            }
            Node.Scalar left = new Node.Scalar(scalar.text(), scalar.plain(), scalar.span());
            broken.add(left);
            return left;
        }
    }

    /** Begins to make the engine beside other work when a file's text shows that it will be wanted: it takes long. */
    public void foresee(String text) {
        if (engine == null && holds(text)) {
            Thread.ofPlatform().daemon().name("templates").start(engineTask());
        }
    }

    private FutureTask<Engine> engineTask() {
        FutureTask<Engine> task = engine;
        if (task == null) {
            task = new FutureTask<>(() -> new Engine(missing));
            engine = task;
        }
        return task;
    }

    /** Makes it here, unless it is being made already. */
    private Engine engine() {
        FutureTask<Engine> task = engineTask();
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the template engine cannot be made", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Where a part of a scalar stands; the whole scalar when its text is not written as it is. */
    private static Span place(Node.Scalar scalar, String part) {
        Span span = scalar.span();
        int quote = scalar.plain() ? 0 : 1;
        boolean verbatim = span.start().line() == span.end().line()
                && span.end().column() - span.start().column() == scalar.text().length() + 2 * quote;
        if (part.isEmpty() || !verbatim) {
            return span;
        }
        Matcher m = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(part) + "(?![A-Za-z0-9_])")
                .matcher(scalar.text());
        int at = m.find() ? m.start() : scalar.text().indexOf(part);
        return at < 0
                ? span
                : Span.of(span.source(), span.start().line(), span.start().column() + quote + at, part.length());
    }
}
