package io.twinpath.kind.datastore;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Optional;
import java.util.SortedSet;

/** A datastore, and what it lies on. Exactly one of array and host is given. */
public record Datastore(
        @Doc("The array that holds it.") Optional<String> array,
        @Doc("The host whose local disks hold it.") Optional<String> host,
        @Doc("Its file system.") Optional<Form> form,

        @Doc("The devices that it spans, by their NAA names.")
        SortedSet<String> devices,

        @Doc("What it is for, for people.") Optional<String> purpose)
        implements Desired {

    /** The file systems of datastores. */
    public enum Form {
        VMFS,
        NFS,
        NFS41
    }
}
