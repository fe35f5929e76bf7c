package io.twinpath.rig.part;

import java.util.SortedSet;

/** A datastore, and what it lies on. */
public record Datastore(String name, Backing backing) {

    /** What a datastore lies on. */
    public sealed interface Backing {

        /** A VMFS volume; it needs all of its devices. */
        record Devices(SortedSet<String> devices) implements Backing {
            public Devices {
                devices = Frozen.set(devices);
            }
        }

        /**
         * An NFS volume.
         *
         * @param servers by address; one that answers is enough
         */
        record Nfs(SortedSet<String> servers) implements Backing {
            public Nfs {
                servers = Frozen.set(servers);
            }
        }

        /** Nobody knows; it counts as within reach of every host that has it, and that is an assumption. */
        record Unknown() implements Backing {}
    }
}
