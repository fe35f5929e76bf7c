package io.twinpath.kind.maintenance;

import io.twinpath.model.Desired;
import io.twinpath.model.Seconds;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.WriteOnly;
import java.util.Optional;

/** Maintenance mode of a host. */
public record Maintenance(
        @Doc("Whether the host is in maintenance mode; may be written as the whole value.")
        boolean enabled,

        @Doc("On entering, what becomes of vSAN data that only this host has.") @WriteOnly
        Optional<Vsan> vsan,

        @Doc("How long to wait, on entering, for virtual machines to stop or leave: up to 1h; 60s when left out.")
        @WriteOnly
        Optional<Seconds> timeout)
        implements Desired {

    /** What a vSAN host does with its data before it enters. */
    public enum Vsan {
        ENSURE_ACCESSIBILITY("ensureObjectAccessibility"),
        EVACUATE_ALL("evacuateAllData"),
        NO_ACTION("noAction");

        private final String esxcli;

        Vsan(String esxcli) {
            this.esxcli = esxcli;
        }

        /** As {@code --vsanmode} and {@code VsanHostDecommissionMode} take it. */
        String word() {
            return esxcli;
        }
    }
}
