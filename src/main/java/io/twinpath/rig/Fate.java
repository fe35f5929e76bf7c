package io.twinpath.rig;

import io.twinpath.rig.MachineEffect.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a machine that was on a host, and from which trouble.
 *
 * @param to the host that HA starts it on
 * @param refusals why each host of the cluster could not take it, when it was looked for one in vain and somebody asked
 */
record Fate(Verdict verdict, String on, Optional<String> to, Trouble trouble, List<Refusal> refusals) {

    /** What befalls a machine first. */
    enum Trouble {
        /** Its host does not run. */
        HOST_DOWN,
        /** Its host is isolated, shows that it is alive, and stops it. */
        ISOLATED,
        /** Its host is isolated and shows no sign of life, and its storage is gone there. */
        PRESUMED_DEAD,
        /** A device of it is gone for good. */
        PDL,
        /** Its storage has lost all paths. */
        APD
    }

    /** Whether it ends in the same way, whatever the reasons. */
    boolean ends(Fate other) {
        return verdict == other.verdict && to.equals(other.to);
    }

    /** Whether it runs neither here nor elsewhere. */
    boolean lost() {
        return verdict == Verdict.STALLED || verdict == Verdict.DOWN;
    }
}
