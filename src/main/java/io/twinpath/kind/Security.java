package io.twinpath.kind;

import io.twinpath.model.shape.Doc;
import java.util.Optional;

/** What frames a virtual switch, or a port group that overrides it, lets virtual machines send and see. */
public record Security(
        @Doc("Whether a virtual machine may see all frames.")
        Optional<Boolean> promiscuous,

        @Doc("Whether a virtual machine may take another MAC address.")
        Optional<Boolean> macChanges,

        @Doc("Whether a virtual machine may send from another MAC address.")
        Optional<Boolean> forgedTransmits) {

    public static Security unspecified() {
        return new Security(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
