package io.twinpath.importer;

import io.twinpath.model.shape.Doc;
import java.util.Optional;

/**
 * Something that ESXi has without anybody having asked for it.
 *
 * @param source where this is known from
 */
record DefaultFact(
        @Doc("The field, with dots inside; * stands for any key of a mapping.")
        String field,

        @Doc("What it is; a list as it prints, such as [].") Optional<String> value,

        @Doc("The field of the same resource that it equals.")
        Optional<String> sameAs,

        @Doc("Only of the resource of this name.") Optional<String> name,

        @Doc("From this release on, such as 7.0.") Optional<String> from,

        @Doc("Before this release.") Optional<String> before,

        @Doc("Where this is known from.") String source) {

    /** Whether it is true of a release; of one that is not known only what is true of all. */
    boolean of(Release release) {
        return from.map(Release::parse).map(f -> release.compareTo(f) >= 0).orElse(true)
                && before.map(Release::parse).map(b -> release.compareTo(b) < 0).orElse(true)
                && (release.known() || (from.isEmpty() && before.isEmpty()));
    }
}
