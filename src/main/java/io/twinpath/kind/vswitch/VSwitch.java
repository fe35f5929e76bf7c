package io.twinpath.kind.vswitch;

import io.twinpath.kind.Security;
import io.twinpath.kind.Shaping;
import io.twinpath.kind.Teaming;
import io.twinpath.model.Desired;
import io.twinpath.model.PortRef;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A standard virtual switch of one host. Its port groups are resources of their own.
 *
 * @param api what the API wants to have back with a change, see {@link io.twinpath.kind.Echo}
 */
public record VSwitch(
        @Doc("The NIC ports that connect it to the outside; exactly these.")
        Optional<SortedSet<PortRef>> uplinks,

        @Doc("The largest frame in bytes.") @Range(min = 1280, max = 9000)
        Optional<Integer> mtu,

        @Doc("Whether it listens for, sends, or does both with CDP.")
        Optional<Cdp> cdp,

        @Doc("How the uplinks are used; port groups can override it.")
        Optional<Teaming> teaming,

        @Doc("What virtual machines may send and see; port groups can override it.")
        Optional<Security> security,

        @Doc("How much each port may send; port groups can override it.")
        Optional<Shaping> shaping,

        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public VSwitch(
            Optional<SortedSet<PortRef>> uplinks,
            Optional<Integer> mtu,
            Optional<Cdp> cdp,
            Optional<Teaming> teaming,
            Optional<Security> security,
            Optional<Shaping> shaping) {
        this(uplinks, mtu, cdp, teaming, security, shaping, Map.of());
    }

    /** The modes of the Cisco discovery protocol. */
    public enum Cdp {
        DOWN,
        LISTEN,
        ADVERTISE,
        BOTH
    }
}
