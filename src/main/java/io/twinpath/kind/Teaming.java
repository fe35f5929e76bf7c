package io.twinpath.kind;

import io.twinpath.model.PortRef;
import io.twinpath.model.shape.Doc;
import java.util.List;
import java.util.Optional;

/**
 * How a virtual switch, or a port group that overrides it, uses its uplinks. What is empty is not managed; on a port group
 * that was found, what is empty is inherited from the virtual switch.
 */
public record Teaming(
        @Doc("How outgoing traffic is spread over the active uplinks.")
        Optional<LoadBalancing> loadBalancing,

        @Doc("Uplinks in use, in the order of preference.") Optional<List<PortRef>> active,

        @Doc("Uplinks that take over when no active one has a link, in order.")
        Optional<List<PortRef>> standby,

        @Doc("Whether an uplink that recovers is used again at once.")
        Optional<Boolean> failback,

        @Doc("Whether the physical switch is told of a failover.")
        Optional<Boolean> notifySwitches,

        @Doc("How the failure of an uplink is noticed.") Optional<FailureDetection> failureDetection) {

    /** In the words of esxcli. */
    public enum LoadBalancing {
        /** By originating virtual port; ESXi's default. */
        PORTID,
        /** By source and destination IP; needs a static channel on the physical switch and allows no standby uplinks. */
        IPHASH,
        /** By source MAC. */
        MAC,
        /** Always the first active uplink that has a link. */
        EXPLICIT
    }

    /** In the words of esxcli. */
    public enum FailureDetection {
        LINK,
        BEACON
    }

    public static Teaming unspecified() {
        return new Teaming(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
