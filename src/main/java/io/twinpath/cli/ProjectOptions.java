package io.twinpath.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What verbs that load the spec have in common. */
final class ProjectOptions {

    @Option(
            names = "--set",
            paramLabel = "WHERE=VALUE",
            description = {
                "Override a value for this run: ADDRESS.field=VALUE, or HOST:key.key=VALUE",
                "such as esxi3.lain.local:vars.id=14.",
                "Stronger than anything in the files. Repeatable."
            })
    List<String> sets = new ArrayList<>();
}
