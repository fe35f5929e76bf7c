package io.twinpath.rig;

import java.util.BitSet;

/**
 * How a host stands while some parts have failed. Bits are numbers of its {@link Circuit}: never changed once made.
 *
 * @param core all that decides on machines and on what HA does
 * @param lit paths that work
 * @param dark port groups without an uplink in use
 */
record Standing(Core core, BitSet lit, BitSet dark) {

    /**
     * What HA and the machines of a host look at.
     *
     * @param up whether it runs; else nothing else counts
     * @param cutOff whether nobody gets to its management
     * @param apd datastores whose devices have lost all paths
     * @param pdl datastores with a device that is gone for good
     */
    record Core(boolean up, boolean cutOff, BitSet apd, BitSet pdl) {

        static final Core DOWN = new Core(false, false, new BitSet(), new BitSet());

        /** Whether nothing is wrong that a machine or HA would notice. */
        boolean sound() {
            return up && !cutOff && apd.isEmpty() && pdl.isEmpty();
        }

        boolean connected() {
            return up && !cutOff;
        }

        boolean lost(int datastore) {
            return apd.get(datastore) || pdl.get(datastore);
        }
    }

    static final Standing DOWN = new Standing(Core.DOWN, new BitSet(), new BitSet());
}
