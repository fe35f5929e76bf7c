package io.twinpath.rig;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import java.util.Collection;
import java.util.List;

/** All that this package says about parts that people type. */
final class ComponentProblem {

    private ComponentProblem() {}

    static Diagnostic shape(String text, String kind, List<String> kinds) {
        Diagnostic problem = Diagnostic.error(
                "RSK0001",
                "Not a component",
                "\"" + text + "\" does not name a part of the site: a kind, a colon and a name are expected, such as"
                        + " nic:esxi3/vmnic4. The kinds are " + String.join(", ", kinds) + ".");
        for (String hint : Nearest.hint(kind, kinds)) {
            problem = problem.hint(hint);
        }
        return problem;
    }

    static Diagnostic unknown(String typed, Collection<String> known) {
        Diagnostic problem = Diagnostic.error(
                        "RSK0002",
                        "Unknown component",
                        "The site has no part \"" + typed + "\", as far as it is known.")
                .about(typed);
        for (String hint : Nearest.hint(typed, known)) {
            problem = problem.hint(hint);
        }
        return problem;
    }
}
