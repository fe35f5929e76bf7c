package io.twinpath.lab.soap;

/** A managed object as a server refers to it, such as {@code HostSystem} and {@code host-10}. */
public record Ref(String kind, String id) implements Value {

    static final String TYPE = "ManagedObjectReference";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
