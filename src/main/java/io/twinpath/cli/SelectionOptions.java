package io.twinpath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which part of the site a verb is about. */
final class SelectionOptions {

    Optional<String> limit = Optional.empty();

    List<String> targets = new ArrayList<>();

    void describe(Syntax syntax) {
        syntax.option(
                        "--limit",
                        "HOSTS",
                        String.class,
                        given -> limit = Optional.of(given),
                        "Only these hosts: names, groups, ranges and exclusions, such as 'storage_hosts:!esxi3*'.")
                .repeatable(
                        "--target",
                        "ADDRESS",
                        given -> targets = given,
                        "Only this resource and what it requires. Repeatable.");
    }
}
