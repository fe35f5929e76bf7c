package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.bundle.Bundle;
import io.twinpath.driver.bundle.BundleDriver;
import io.twinpath.model.Spec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The host of a spec whose support bundle is read: the one that the bundle names, else the only one that is selected. */
record BundledHost(String name, BundleDriver driver) {

    static BundledHost of(Path file, Spec chosen) throws CliException {
        try {
            Bundle bundle = Bundle.read(file);
            Optional<String> only =
                    chosen.hosts().size() == 1 ? Optional.of(chosen.hosts().firstKey()) : Optional.empty();
            Optional<String> told = bundle.host();
            String name = told.filter(t -> chosen.hosts().containsKey(t))
                    .or(() -> told.flatMap(t -> shorter(t, chosen)))
                    .or(() -> told.isEmpty() ? only : Optional.empty())
                    .orElseThrow(() -> nobody(told));
            return new BundledHost(name, new BundleDriver(bundle, name));
        } catch (DriverException e) {
            throw Ends.of(e);
        }
    }

    /** A host that knows its name without a domain is the one of that name, when there is one only. */
    private static Optional<String> shorter(String told, Spec chosen) {
        List<String> same = chosen.hosts().keySet().stream()
                .filter(host -> host.startsWith(told + ".") || told.startsWith(host + "."))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    Project only(Project project) throws CliException {
        return Results.orElseThrow(project.only(Optional.of(name), List.of()), Exit.USAGE);
    }

    private static CliException nobody(Optional<String> told) {
        String what = told.map(
                        host -> "It is the bundle of " + host + ", and no host of this name is declared and selected.")
                .orElse("The bundle does not say whose it is, and several hosts are selected.");
        return new CliException(
                Exit.USAGE,
                Diagnostic.error("CLI0018", "Bundle of no selected host", what)
                        .hint(
                                "Name its host with --limit, or write the host down first: twinpath import --bundle FILE"));
    }
}
