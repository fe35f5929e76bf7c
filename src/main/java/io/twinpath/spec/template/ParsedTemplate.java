package io.twinpath.spec.template;

import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A template, parsed and checked as far as it can be without variables.
 *
 * @param text as written
 * @param root what the engine made of it
 * @param single the expression, when the text is exactly one
 * @param variables every name that must be known
 * @param fault what is wrong with it whatever the variables are
 */
record ParsedTemplate(
        String text, Node root, Optional<String> single, Set<String> variables, Optional<TemplateFault> fault) {

    /** What a part of a template is. */
    enum Part {
        TEXT,
        EXPRESSION,
        TAG
    }

    static Part kind(Node node) {
        if (node instanceof ExpressionNode) {
            return Part.EXPRESSION;
        }
        return node instanceof TagNode ? Part.TAG : Part.TEXT;
    }

    static String expression(Node node) {
        return ((ExpressionToken) node.getMaster()).getExpr();
    }

    /** Whether the text itself says what happens when a key is missing. */
    boolean toleratesMissing(String name) {
        return tolerates(text, name);
    }

    /** Whether {@code name} is followed by {@code default} or asked whether it is defined. */
    static boolean tolerates(String text, String name) {
        if (!text.contains("default") && !text.contains("defined") && !text.contains("d(")) {
            return false;
        }
        return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(name)
                        + "['\"]?\\]?(\\.\\w+|\\[[^\\]]*\\])*\\s*(\\|\\s*(default|d)\\b|is\\s+(not\\s+)?(un)?defined)")
                .matcher(text)
                .find();
    }
}
