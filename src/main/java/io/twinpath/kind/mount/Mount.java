package io.twinpath.kind.mount;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.ForcesReplace;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A datastore of one host. Without {@code nfs} and {@code nfs41} it is a VMFS volume.
 *
 * @param fileSystem as the host names it, such as {@code VMFS-6}; not while it is not mounted
 * @param accessible whether the NFS server answers
 * @param copy why the host leaves the volume alone, when its signature says that it is a copy of another
 * @param devices that a VMFS volume lies on, when they were asked for
 */
public record Mount(
        @Doc("Its label.") String name,

        @Doc("Of a VMFS volume, its UUID: finds it by whatever label it has, and the label becomes the name here.")
        Optional<String> uuid,

        @Doc("Whether a VMFS volume is mounted.") Optional<Boolean> mounted,

        @Doc("An NFS 3 volume.") @ForcesReplace Optional<Nfs> nfs,

        @Doc("An NFS 4.1 volume.") @ForcesReplace Optional<Nfs41> nfs41,

        @FoundOnly Optional<String> fileSystem,
        @FoundOnly Optional<Boolean> accessible,
        @FoundOnly Optional<String> copy,
        @FoundOnly SortedSet<String> devices)
        implements Desired {

    /** Whether it lies on a server, not on a disk. */
    boolean remote() {
        return nfs.isPresent() || nfs41.isPresent();
    }
}
