package io.twinpath.kind.portgroup;

import io.twinpath.kind.NetworkPolicy;
import io.twinpath.kind.Security;
import io.twinpath.kind.Shaping;
import io.twinpath.kind.Teaming;
import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.ForcesReplace;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A port group of a standard virtual switch.
 *
 * @param api what the API wants to have back with a change, see {@link io.twinpath.kind.Echo}
 */
public record PortGroup(
        @ForcesReplace @Doc("The virtual switch that it belongs to.")
        String vswitch,

        @Doc("0 for untagged frames, 4095 for all VLANs.") @Range(min = 0, max = 4095)
        Optional<Integer> vlan,

        @Doc("What it overrides of the virtual switch's teaming. The same value, inherited, is not an override.")
        Optional<Teaming> teaming,

        @Doc("What it overrides of the virtual switch's security.")
        Optional<Security> security,

        @Doc("What it may send, instead of what the virtual switch says.")
        Optional<Shaping> shaping,

        @Doc("The policies in which it overrides nothing, so that it follows the virtual switch.")
        Optional<SortedSet<Policy>> inherit,

        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public PortGroup(
            String vswitch,
            Optional<Integer> vlan,
            Optional<Teaming> teaming,
            Optional<Security> security,
            Optional<Shaping> shaping,
            Optional<SortedSet<Policy>> inherit) {
        this(vswitch, vlan, teaming, security, shaping, inherit, Map.of());
    }

    /** What a port group takes from its virtual switch or has of its own. */
    public enum Policy {
        TEAMING,
        SECURITY,
        SHAPING
    }

    /** Its own policies only where it does not follow the virtual switch in them. */
    PortGroup effective() {
        return new PortGroup(
                vswitch,
                vlan,
                follows(Policy.TEAMING) ? Optional.of(Teaming.unspecified()) : teaming,
                follows(Policy.SECURITY) ? Optional.of(Security.unspecified()) : security,
                follows(Policy.SHAPING) ? Optional.of(Shaping.unspecified()) : shaping,
                inherit,
                kept());
    }

    private Map<String, String> kept() {
        Map<String, String> kept = follows(Policy.TEAMING) ? NetworkPolicy.withoutTeaming(api) : api;
        return follows(Policy.SHAPING) ? NetworkPolicy.withoutShaping(kept) : kept;
    }

    boolean follows(Policy policy) {
        return inherit.filter(i -> i.contains(policy)).isPresent();
    }
}
