package io.twinpath.kind.iscsi;

import io.twinpath.model.SecretRef;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.WriteOnly;
import java.util.Optional;

/**
 * How the two ends of a session prove who they are, in one direction.
 *
 * @param secret by reference; sent when something else of it changes, never read back and never compared
 */
public record Chap(
        @Doc("Whether CHAP is prohibited, discouraged, preferred or required.")
        Optional<Level> level,

        @Doc("The CHAP name.") Optional<String> user,
        @WriteOnly @Doc("The CHAP secret, by reference.") Optional<SecretRef> secret) {

    /** How much a session insists on CHAP. */
    public enum Level {
        PROHIBITED,
        DISCOURAGED,
        PREFERRED,
        REQUIRED
    }
}
