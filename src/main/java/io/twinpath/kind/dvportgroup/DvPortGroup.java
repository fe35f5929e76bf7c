package io.twinpath.kind.dvportgroup;

import io.twinpath.kind.Security;
import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.ForcesReplace;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.List;
import java.util.Optional;

/**
 * A port group of a distributed switch.
 *
 * @param version the server's mark of this configuration
 */
public record DvPortGroup(
        @ForcesReplace @Doc("The distributed switch that it belongs to.")
        String dvs,

        @Doc("0 for untagged frames.") @Range(min = 0, max = 4094)
        Optional<Integer> vlan,

        @Doc("VLANs that pass with their tags, such as 10-20, in place of one.")
        Optional<List<String>> trunk,

        @Doc("How it uses the uplinks.") Optional<DvTeaming> teaming,

        @Doc("What frames it lets virtual machines send and see.")
        Optional<Security> security,

        @FoundOnly Optional<String> version)
        implements Desired {

    /** How a port group uses the uplinks of its switch, which are named there. */
    public record DvTeaming(
            @Doc("How outgoing traffic is spread over the active uplinks.")
            Optional<Balancing> loadBalancing,

            @Doc("Uplinks in use, in the order of preference.")
            Optional<List<String>> active,

            @Doc("Uplinks that take over when no active one has a link, in order.")
            Optional<List<String>> standby,

            @Doc("Whether an uplink that recovers is used again at once.")
            Optional<Boolean> failback,

            @Doc("Whether the physical switch is told of a failover.")
            Optional<Boolean> notifySwitches) {}

    /** In the words of esxcli where it has them. */
    public enum Balancing {
        PORTID("loadbalance_srcid"),
        IPHASH("loadbalance_ip"),
        MAC("loadbalance_srcmac"),
        EXPLICIT("failover_explicit"),
        /** By originating port, and away from uplinks that are busy. */
        LOAD("loadbalance_loadbased");

        private final String word;

        Balancing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
