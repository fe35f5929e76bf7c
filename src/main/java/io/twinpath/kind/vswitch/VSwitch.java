package io.twinpath.kind.vswitch;

import io.twinpath.kind.Security;
import io.twinpath.kind.Shaping;
import io.twinpath.kind.Teaming;
import io.twinpath.model.Desired;
import io.twinpath.model.PortRef;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;
import java.util.SortedSet;

/** A standard virtual switch of one host. Its port groups are resources of their own. */
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
        Optional<Shaping> shaping)
        implements Desired {

    /** The modes of the Cisco discovery protocol. */
    public enum Cdp {
        DOWN,
        LISTEN,
        ADVERTISE,
        BOTH
    }
}
