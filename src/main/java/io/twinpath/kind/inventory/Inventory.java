package io.twinpath.kind.inventory;

import io.twinpath.kind.Processors;
import io.twinpath.model.Desired;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.shape.Doc;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a vCenter knows at one moment. Parts name each other by name. An empty value is one that vCenter did not tell, such
 * as anything of a host that it has lost.
 */
public record Inventory(
        @Doc("Hosts by name.") Map<String, Host> hosts,
        @Doc("Clusters by name.") Map<String, Cluster> clusters,

        @Doc(
                "Virtual machines by name; where several have the same, each with its instance UUID in brackets behind it.")
        Map<String, Machine> machines,

        @Doc("Datastores by name.") Map<String, Datastore> datastores)
        implements Desired {

    public Inventory {
        hosts = Collections.unmodifiableMap(new TreeMap<>(hosts));
        clusters = Collections.unmodifiableMap(new TreeMap<>(clusters));
        machines = Collections.unmodifiableMap(new TreeMap<>(machines));
        datastores = Collections.unmodifiableMap(new TreeMap<>(datastores));
    }

    /** A host. */
    public record Host(
            @Doc("The cluster that it belongs to.") Optional<String> cluster,

            @Doc("Whether vCenter reaches it; what it says of a host that it does not is what it remembers.")
            Optional<Connection> connection,

            @Doc("Whether it is in maintenance mode.") Optional<Boolean> maintenance,
            @Doc("Its processors.") Optional<Processors> processors,
            @Doc("All its memory.") Optional<Mebibytes> memory,
            @Doc("The datastores that it has.") SortedSet<String> datastores,

            @Doc("The networks that it has: port groups of its own and distributed ones.")
            SortedSet<String> networks) {
        public Host {
            datastores = Collections.unmodifiableSortedSet(new TreeSet<>(datastores));
            networks = Collections.unmodifiableSortedSet(new TreeSet<>(networks));
        }
    }

    /** {@code HostSystemConnectionState}. */
    public enum Connection {
        CONNECTED,
        /** A person has taken it out. */
        DISCONNECTED,
        /** It does not answer vCenter. */
        NOT_RESPONDING
    }

    /** A datastore. */
    public record Datastore(
            @Doc("The file system: VMFS, NFS, NFS41, vsan, VVOL.")
            Optional<String> fileSystem,

            @Doc("Of a VMFS volume, its UUID.") Optional<String> uuid,

            @Doc("The devices that a VMFS volume lies on; left out when vCenter does not tell.")
            Optional<SortedSet<String>> devices,

            @Doc("The servers of an NFS volume.") SortedSet<String> servers) {
        public Datastore {
            devices = devices.map(d -> Collections.unmodifiableSortedSet(new TreeSet<>(d)));
            servers = Collections.unmodifiableSortedSet(new TreeSet<>(servers));
        }
    }
}
