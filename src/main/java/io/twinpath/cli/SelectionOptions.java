package io.twinpath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which part of the site a verb is about. */
final class SelectionOptions {

    @Option(
            names = "--limit",
            paramLabel = "HOSTS",
            description = "Only these hosts: names, groups, ranges and exclusions, such as 'storage_hosts:!esxi3*'.")
    Optional<String> limit = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "ADDRESS",
            description = "Only this resource and what it requires. Repeatable.")
    List<String> targets = new ArrayList<>();
}
