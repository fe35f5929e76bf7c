package io.twinpath.spec.inventory;

import java.util.Set;
import java.util.regex.Pattern;

/** What variables and parameters may be called, so that templates can name them. */
public final class VariableNames {

    static final String RULE =
            "a variable has letters, digits and \"_\", starts with a letter or \"_\", and is no word of the template "
                    + "language and no name that is always there (host, inventory_hostname, groups, group_names)";

    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private static final Set<String> TAKEN = Set.of(
            "host",
            "inventory_hostname",
            "groups",
            "group_names",
            "and",
            "or",
            "not",
            "in",
            "is",
            "if",
            "else",
            "elif",
            "for",
            "set",
            "true",
            "false",
            "none",
            "null",
            "True",
            "False",
            "None",
            "loop",
            "range",
            "empty",
            "div",
            "mod",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "instanceof",
            "context");

    private VariableNames() {}

    public static boolean isUsable(String name) {
        return FORM.matcher(name).matches() && !TAKEN.contains(name) && !name.startsWith("____");
    }
}
