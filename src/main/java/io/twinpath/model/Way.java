package io.twinpath.model;

/**
 * The way to a resource: where it was read, and where it is changed.
 *
 * @param place a host by its name in the spec, or {@link #VCENTER}
 * @param transport how
 * @param because why not the way that is preferred there, as a full sentence; empty for the preferred one
 * @param barred why nothing can be changed over it, as a full sentence, such as a licence; empty when it takes changes
 */
public record Way(String place, Transport transport, String because, String barred) {

    /** The place of everything that belongs to no single host. No host may have this name. */
    public static final String VCENTER = "vCenter";

    /** The preferred way. */
    public Way(String place, Transport transport) {
        this(place, transport, "");
    }

    /** A way that takes changes. */
    public Way(String place, Transport transport, String because) {
        this(place, transport, because, "");
    }

    /** Whether two resources are reached alike, whatever the reasons. */
    public boolean alike(Way other) {
        return place.equals(other.place) && transport == other.transport;
    }
}
