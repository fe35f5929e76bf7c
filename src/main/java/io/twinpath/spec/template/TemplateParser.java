package io.twinpath.spec.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinjava.de.odysseus.el.tree.FunctionNode;
import jinjava.de.odysseus.el.tree.IdentifierNode;
import jinjava.de.odysseus.el.tree.Tree;
import jinjava.de.odysseus.el.tree.TreeBuilderException;
import jinjava.de.odysseus.el.tree.impl.Builder;

/** Parses templates and refuses, before anything runs, every name that this language does not have. */
final class TemplateParser {

    private static final Set<String> TAGS = Set.of("if", "elif", "else", "for", "set", "raw");
    private static final Set<String> FUNCTIONS = Set.of("range");
    private static final Set<String> TESTS = new TreeSet<>(Set.of(
            "boolean",
            "containing",
            "defined",
            "divisibleby",
            "equalto",
            "even",
            "false",
            "float",
            "in",
            "integer",
            "iterable",
            "lower",
            "mapping",
            "none",
            "number",
            "odd",
            "sequence",
            "string",
            "string_containing",
            "string_startingwith",
            "true",
            "truthy",
            "undefined",
            "upper",
            "within",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge"));

    /** What Jinjava brings that needs no clock, no chance, no markup and no second rendering. */
    private static final Set<String> BUILT_IN = Set.of(
            "abs",
            "batch",
            "capitalize",
            "count",
            "cut",
            "d",
            "default",
            "dictsort",
            "divide",
            "divisible",
            "first",
            "float",
            "format",
            "groupby",
            "join",
            "last",
            "length",
            "list",
            "lower",
            "map",
            "multiply",
            "reject",
            "rejectattr",
            "replace",
            "reverse",
            "round",
            "select",
            "selectattr",
            "slice",
            "sort",
            "split",
            "string",
            "sum",
            "symmetric_difference",
            "title",
            "trim",
            "upper",
            "wordcount");

    private static final String INTERPRETER = "____int3rpr3t3r____";
    private static final Pattern LOOP = Pattern.compile("\\s*(.+?)\\s+in\\s+(.+)", Pattern.DOTALL);
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([A-Za-z0-9_,\\s]+?)\\s*=(.+)", Pattern.DOTALL);

    private final Jinjava jinjava;
    private final JinjavaConfig config;
    private final Set<String> filters = new TreeSet<>(BUILT_IN);

    TemplateParser(Jinjava jinjava, JinjavaConfig config) {
        this.jinjava = jinjava;
        this.config = config;
        filters.addAll(TextFilters.names());
        filters.addAll(CollectionFilters.names());
        filters.addAll(AddressFilters.names());
    }

    /** Never fails: what is wrong is part of the result, so that it is found once for all hosts. */
    ParsedTemplate parse(String text) {
        JinjavaInterpreter interpreter =
                new JinjavaInterpreter(jinjava, new Context(jinjava.getGlobalContext(), Map.of()), config);
        Names names = new Names();
        Node root = root(interpreter, text);
        Optional<String> single = Optional.empty();
        Optional<TemplateFault> fault = Optional.empty();
        try {
            if (!interpreter.getErrorsCopy().isEmpty()) {
                String says = interpreter.getErrorsCopy().getFirst().getMessage();
                names.requireTags(text);
                throw syntax(says);
            }
            root.getChildren().forEach(names::visit);
            List<Node> children = root.getChildren();
            if (children.size() == 1 && children.getFirst() instanceof ExpressionNode e) {
                single = Optional.of(ParsedTemplate.expression(e));
            }
        } catch (TemplateFault found) {
            fault = Optional.of(found);
        }
        names.used.removeAll(names.local);
        names.used.removeIf(n -> ParsedTemplate.tolerates(text, n));
        return new ParsedTemplate(text, root, single, names.used, fault);
    }

    private static Node root(JinjavaInterpreter interpreter, String text) {
        try {
            return interpreter.parse(text);
        } catch (RuntimeException | StackOverflowError failure) {
            throw syntax("this is not a template");
        }
    }

    private static TemplateFault syntax(String says) {
        String line = says.lines().findFirst().orElse("it cannot be read").replaceAll("\\.$", "");
        return new TemplateFault("", span -> new TemplateProblem.Syntax(span, line));
    }

    /** The names that a template uses and those that it makes itself. */
    private final class Names {

        private static final Pattern TAG = Pattern.compile("\\{%-?\\s*([A-Za-z_]+)");

        final Set<String> used = new LinkedHashSet<>();
        final Set<String> local = new HashSet<>(Set.of("loop"));

        void requireTags(String text) {
            Matcher m = TAG.matcher(text);
            while (m.find()) {
                String name = m.group(1).startsWith("end") ? m.group(1).substring(3) : m.group(1);
                requireTag(name, m.group(1));
            }
        }

        private void requireTag(String name, String written) {
            if (!TAGS.contains(name)) {
                throw new TemplateFault(
                        written, s -> new TemplateProblem.NotAvailable(s, "tag", name, new TreeSet<>(TAGS)));
            }
        }

        void visit(Node node) {
            switch (node) {
                case ExpressionNode e -> expression(ParsedTemplate.expression(e));
                case TagNode tag -> tag(tag);
                default -> text(node);
            }
        }

        private void text(Node node) {
            String image = node.getMaster() == null ? "" : node.getMaster().getImage();
            for (String open : List.of("{{", "{%", "{#")) {
                if (image.startsWith(open) || image.contains(open)) {
                    throw new TemplateFault(
                            open, s -> new TemplateProblem.Syntax(s, "\"" + open + "\" is never closed"));
                }
            }
        }

        private void tag(TagNode tag) {
            requireTag(tag.getName(), tag.getName());
            String rest = tag.getHelpers().strip();
            switch (tag.getName()) {
                case "raw" -> {
                    return;
                }
                case "for" -> binding(LOOP.matcher(rest), rest);
                case "set" -> binding(ASSIGNMENT.matcher(rest), rest);
                case "else" -> {}
                default -> expression(rest);
            }
            tag.getChildren().forEach(this::visit);
        }

        private void binding(Matcher m, String rest) {
            if (!m.matches()) {
                throw syntax("\"" + rest + "\" is incomplete");
            }
            for (String name : m.group(1).replaceAll("[()]", " ").split(",", -1)) {
                local.add(name.strip());
            }
            expression(m.group(2).strip());
        }

        private void expression(String expression) {
            if (expression.contains(INTERPRETER)) {
                throw new TemplateFault(
                        INTERPRETER, s -> new TemplateProblem.UnknownVariable(s, INTERPRETER, Set.of()));
            }
            Tree tree = tree(expression);
            for (IdentifierNode identifier : tree.getIdentifierNodes()) {
                identifier(identifier.getName());
            }
            for (FunctionNode function : tree.getFunctionNodes()) {
                if (!FUNCTIONS.contains(function.getName())) {
                    String name = function.getName();
                    throw new TemplateFault(
                            name, s -> new TemplateProblem.NotAvailable(s, "function", name, FUNCTIONS));
                }
            }
        }

        private void identifier(String name) {
            if (name.startsWith("filter:")) {
                String filter = name.substring(7);
                if (!filters.contains(filter)) {
                    throw new TemplateFault(filter, s -> new TemplateProblem.UnknownFilter(s, filter, filters));
                }
            } else if (name.startsWith("exptest:")) {
                String test = name.substring(8);
                if (!TESTS.contains(test)) {
                    throw new TemplateFault(test, s -> new TemplateProblem.NotAvailable(s, "test", test, TESTS));
                }
            } else if (!name.equals(INTERPRETER)) {
                used.add(name);
            }
        }

        private Tree tree(String expression) {
            try {
                return Expressions.tree(expression);
            } catch (RuntimeException | StackOverflowError failure) {
                try {
                    Expressions.tree(expression, Builder.Feature.METHOD_INVOCATIONS);
                } catch (RuntimeException | StackOverflowError other) {
                    throw syntax(messageOf(other));
                }
                throw new TemplateFault("", TemplateProblem.MethodCall::new);
            }
        }

        private static String messageOf(Throwable failure) {
            if (!(failure instanceof TreeBuilderException)) {
                return "this is not an expression";
            }
            String message = String.valueOf(failure.getMessage());
            int colon = message.indexOf("': ");
            return colon < 0 ? message : message.substring(colon + 3);
        }
    }
}
