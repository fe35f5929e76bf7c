package io.twinpath.kind.host;

import io.twinpath.kind.Processors;
import io.twinpath.model.Desired;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Portal;
import io.twinpath.model.Seconds;
import io.twinpath.model.shape.Doc;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a host is and has at this moment, as far as no other kind tells it. An empty value is one that the host did not tell; a
 * list is never shortened: what could not be read at all makes the whole unreadable.
 */
public record HostState(
        @Doc("Its processors.") Optional<Processors> processors,
        @Doc("All its memory.") Optional<Mebibytes> memory,
        @Doc("Whether it is in maintenance mode.") boolean maintenance,

        @Doc("Its disks, and the units of arrays that it sees, by device name.")
        Map<String, Device> devices,

        @Doc("Its paths to them, dead ones too, by runtime name such as vmhba64:C0:T0:L0.")
        Map<String, Path> paths,

        @Doc("Its datastores by name; where two have the same, the others by UUID.")
        Map<String, Volume> volumes,

        @Doc("The ports of its network cards, such as vmnic4.")
        Map<String, Port> ports,

        @Doc("What it does when a device has lost all paths.")
        Apd apd,

        @Doc("The virtual machines that run on it.") List<Machine> machines,

        @Doc(
                "What its ports are plugged into, by port; empty when nobody announced itself, left out when it cannot be asked.")
        Optional<Map<String, Neighbour>> neighbours)
        implements Desired {

    public HostState {
        devices = Collections.unmodifiableMap(new TreeMap<>(devices));
        paths = Collections.unmodifiableMap(new TreeMap<>(paths));
        volumes = Collections.unmodifiableMap(new TreeMap<>(volumes));
        ports = Collections.unmodifiableMap(new TreeMap<>(ports));
        machines = List.copyOf(machines);
        neighbours = neighbours.map(n -> Collections.unmodifiableMap(new TreeMap<>(n)));
    }

    /** A disk of its own, or a unit of an array. */
    public record Device(
            @Doc("Whether the host takes it for its own.") Optional<Boolean> local,
            @Doc("How large it is.") Optional<Mebibytes> size,
            @Doc("Who made it.") Optional<String> vendor,
            @Doc("What it is.") Optional<String> model) {}

    /** A way to a device. */
    public record Path(
            @Doc("The device that it leads to.") String device,

            @Doc("What the host makes of it; left out when it says something else.")
            Optional<PathState> state,

            @Doc("What it leads over.") Optional<Fabric> fabric,

            @Doc("The ends of a path of software iSCSI.") Optional<Session> session) {

        public boolean active() {
            return state.filter(s -> s == PathState.ACTIVE).isPresent();
        }
    }

    /** {@code State} of {@code storage core path list} and {@code HostMultipathInfoPath.state}. */
    public enum PathState {
        ACTIVE,
        /** Works, and is not used while others do. */
        STANDBY,
        /** Taken out of use by a person. */
        DISABLED,
        DEAD
    }

    /** What a path leads over. */
    public enum Fabric {
        ISCSI,
        /** iSCSI over RDMA. */
        ISER,
        FC,
        FCOE,
        NVME_TCP,
        NVME_RDMA,
        /** A cable of the host's own: SAS, SATA, USB, PCI Express. */
        ATTACHED
    }

    /**
     * A session of iSCSI.
     *
     * @param vmk over the API, which does not tell it, the one that can be it; empty when there are several or none
     * @param portal over SSH, where its port is not told, with the standard one
     */
    public record Session(
            @Doc("The name of the target.") Optional<String> target,

            @Doc(
                    "The interface that it starts from. Over the API, which does not tell, the only bound one in the portal's network.")
            Optional<String> vmk,

            @Doc("The address of the array that it leads to.")
            Optional<Portal> portal) {}

    /** A datastore. */
    public record Volume(
            @Doc("Of a VMFS volume, its UUID.") Optional<String> uuid,

            @Doc("The file system, such as VMFS-6, NFS or NFS41.")
            Optional<String> fileSystem,

            @Doc("The devices that a VMFS volume lies on; left out when the host does not tell.")
            Optional<SortedSet<String>> devices,

            @Doc("The servers of an NFS volume, as the host calls them.")
            SortedSet<String> servers,

            @Doc("What they export.") Optional<String> share,
            @Doc("Whether it is mounted.") Optional<Boolean> mounted,
            @Doc("Whether it can be reached now.") Optional<Boolean> accessible) {
        public Volume {
            devices = devices.map(d -> Collections.unmodifiableSortedSet(new TreeSet<>(d)));
            servers = Collections.unmodifiableSortedSet(new TreeSet<>(servers));
        }
    }

    /** A port of a network card. */
    public record Port(
            @Doc("Whether it has link.") Optional<Boolean> link,
            @Doc("The speed of the link, in Mbit/s.") Optional<Integer> speed) {}

    /** All paths down. */
    public record Apd(
            @Doc("Whether it gives up on a device after a time, Misc.APDHandlingEnable; without it I/O hangs for ever.")
            Optional<Boolean> handled,

            @Doc("After how long, Misc.APDTimeout.") Optional<Seconds> timeout) {}

    /** A virtual machine. */
    public record Machine(
            @Doc("Its name.") String name,

            @Doc("The datastore that its configuration lies on.")
            Optional<String> datastore) {}

    /** The other end of a cable, as it announces itself. */
    public record Neighbour(
            @Doc("How.") Protocol protocol,
            @Doc("What it calls itself.") String device,
            @Doc("What it calls the port.") Optional<String> port) {}

    /** How switches announce themselves. */
    public enum Protocol {
        CDP,
        LLDP
    }
}
