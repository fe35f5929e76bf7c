package io.twinpath.rig;

import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Component;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the failure of some parts does to a site, once all that follows has happened and all time-outs have passed. Only what
 * differs from the site without that failure is listed; a part that is missing here stays as it is.
 *
 * @param failed the parts that failed
 * @param devices devices that lost paths, by host and device
 * @param datastores that a host can no longer use
 * @param hosts that go down, cannot be managed or are isolated
 * @param machines by name
 * @param assumptions what the answer rests on beside the facts
 */
public record Effects(
        SortedSet<Component> failed,
        List<DeviceEffect> devices,
        List<DatastoreEffect> datastores,
        List<HostEffect> hosts,
        SortedMap<String, MachineEffect> machines,
        SortedSet<Assumption> assumptions) {
    public Effects {
        failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
        devices = List.copyOf(devices);
        datastores = List.copyOf(datastores);
        hosts = List.copyOf(hosts);
        machines = Collections.unmodifiableSortedMap(new TreeMap<>(machines));
        assumptions = Collections.unmodifiableSortedSet(new TreeSet<>(assumptions));
    }

    /**
     * A device that a host sees over fewer paths.
     *
     * @param lost the names of paths that no longer work
     * @param left how many still work
     * @param state what the host makes of it
     */
    public record DeviceEffect(String host, String device, List<String> lost, int left, DeviceState state) {
        public DeviceEffect {
            lost = List.copyOf(lost);
        }
    }

    /** What a host makes of a device. */
    public enum DeviceState {
        /** Paths are left. */
        DEGRADED,
        /** All paths down: it may come back. */
        APD,
        /** Permanent device loss: the array says that it is gone. */
        PDL
    }

    /** A datastore that a host cannot use any more, with the chain of parts that leads to the cause. */
    public record DatastoreEffect(String host, String datastore, List<String> because) {
        public DatastoreEffect {
            because = List.copyOf(because);
        }
    }

    /** What becomes of a host, with the chain of parts that leads to the cause. */
    public record HostEffect(String host, HostState state, List<String> because) {
        public HostEffect {
            because = List.copyOf(because);
        }
    }

    /** What becomes of a host. */
    public enum HostState {
        /** It does not run. */
        DOWN,
        /** It runs, and nobody gets to its management; where it belongs to a cluster with HA it is isolated. */
        CUT_OFF
    }
}
