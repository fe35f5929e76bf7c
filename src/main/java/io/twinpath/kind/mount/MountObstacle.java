package io.twinpath.kind.mount;

import io.twinpath.model.Obstacle;

/** Why a datastore cannot be as it is wanted, and what a person can do. */
final class MountObstacle {

    private MountObstacle() {}

    static Obstacle notDeleted(String name) {
        return new Obstacle.Unsupported(
                name + " is a VMFS volume, and Twinpath destroys none. To take it out of use on this"
                        + " host, write \"mounted: false\".");
    }

    static Obstacle notThere(Mount wanted) {
        return new Obstacle.HandsOn("This host sees no VMFS volume "
                + wanted.uuid().map(u -> "with the UUID " + u).orElse("called " + wanted.name())
                + ". Present its disk to the host and rescan; Twinpath formats nothing.");
    }

    static Obstacle copy(Mount wanted, String reason) {
        return new Obstacle.HandsOn("The volume " + wanted.name()
                + " lies on a disk that its signature does not name, so it may be a snapshot or a replica of another."
                + (reason.isEmpty() ? "" : " The host says: " + reason + ".")
                + " Mounting a copy beside its original, or giving it a new signature, can cost data: a person has to decide"
                + " which of them is meant, with \"storage vmfs snapshot\".");
    }

    static Obstacle otherKind(Mount wanted, Mount found) {
        return new Obstacle.Unsupported(wanted.name() + " is " + form(found) + " on this host, not " + form(wanted)
                + ". Remove it with \"state: absent\" first, or choose another name.");
    }

    private static String form(Mount mount) {
        if (mount.nfs().isPresent()) {
            return "an NFS 3 volume";
        }
        return mount.nfs41().isPresent() ? "an NFS 4.1 volume" : "a VMFS volume";
    }

    static Obstacle renamedByHand(String wanted, String found) {
        return new Obstacle.Unsupported(
                "The volume is called \"" + found + "\", and Twinpath renames only between names of"
                        + " letters, digits, dots, dashes and underscores. Rename it to \"" + wanted
                        + "\" by hand, or declare it by its present name.");
    }

    static Obstacle renamedWhenMounted(String wanted, String found) {
        return new Obstacle.Unsupported("The volume is called " + found + " and can become " + wanted
                + " only while it is mounted. Add \"mounted: true\".");
    }
}
