package io.twinpath.kind.vib;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.WriteOnly;
import java.util.Optional;

/**
 * A software package.
 *
 * @param vendor who made it
 * @param acceptanceLevel how it is vouched for, in the host's spelling
 * @param running the version that runs now, when the next start brings another
 */
public record Vib(
        @Doc(
                "Its version, such as 1.0.50.11 or \">=1.0.50, <2\"; without the part behind the dash any build of it will do.")
        Optional<String> version,

        @Doc("From where it may be installed or updated: a .vib file or a depot, as a path on the host or a URL.")
        @WriteOnly
        Optional<String> installFrom,

        @FoundOnly Optional<String> vendor,
        @FoundOnly Optional<String> acceptanceLevel,
        @FoundOnly Optional<String> running)
        implements Desired {}
