package io.twinpath.cli;

import java.util.ArrayList;
import java.util.List;

/** What verbs that load the spec have in common. */
final class ProjectOptions {

    List<String> sets = new ArrayList<>();

    void describe(Syntax syntax) {
        syntax.repeatable(
                "--set",
                "WHERE=VALUE",
                given -> sets = given,
                "Override a value for this run: ADDRESS.field=VALUE, or HOST:key.key=VALUE",
                "such as esxi3.lain.local:vars.id=14.",
                "Stronger than anything in the files. Repeatable.");
    }
}
