package io.twinpath.report;

import io.twinpath.diag.Span;
import java.util.Optional;

/**
 * How the names of sources become names of files for whoever reads a report from the top of a repository.
 *
 * @param prefix the way from there to the project, with a slash at its end; empty when it is the project itself
 * @param home the file that stands for the project, for findings without a place of their own; as sources are named
 */
public record Roots(String prefix, Optional<String> home) {

    public static final Roots NONE = new Roots("", Optional.empty());

    /** The file of a place; empty for what is in no file, such as {@code --set}. */
    public Optional<String> file(Span span) {
        return span.source().startsWith("-") ? Optional.empty() : Optional.of(prefix + span.source());
    }

    /** The file that a finding is shown with, its own or the project's. */
    public Optional<String> fileOf(Finding finding) {
        return finding.at().flatMap(this::file).or(() -> home.map(h -> prefix + h));
    }

    /** Where in that file, when it is its own. */
    public Optional<Span> spanOf(Finding finding) {
        return finding.at().filter(at -> file(at).isPresent());
    }
}
