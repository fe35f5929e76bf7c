package io.twinpath.model;

import io.twinpath.diag.Span;
import java.util.Optional;

/**
 * A named collection of the spec that says what there is to be, and not only what there is to be among other things.
 *
 * @param kind of its resources
 * @param parent the name of the resource that the collection stands in, when it stands in one
 * @param declaredAt where the spec says so
 */
public record Exact(String host, String kind, Optional<String> parent, Mode mode, Span declaredAt) {

    /** What happens to something that is found and not declared. */
    public enum Mode {
        /** It is told and left alone. */
        REPORT,
        /** It is deleted. */
        DELETE
    }

    /** Whether something of this kind belongs to the collection. */
    public boolean covers(Address address, Optional<String> itsParent) {
        return kind.equals(address.kind())
                && address.host().filter(host::equals).isPresent()
                && (parent.isEmpty() || parent.equals(itsParent));
    }
}
