package io.twinpath.report;

import java.util.Optional;

/** The texts that diagnostics point into, by the names in their spans. */
@FunctionalInterface
public interface Sources {

    Sources NONE = name -> Optional.empty();

    Optional<String> text(String name);
}
