package io.twinpath.lab.site;

/** Something of a host that a virtual machine uses beside disks and networks. */
public final class HostDevice {

    /** What it can be. */
    public enum Kind {
        /** A drive with an image file; {@link #backing} is {@code [datastore] path}. */
        IMAGE,
        /** The drive of the host. */
        DRIVE,
        /** A PCI device handed through; {@link #backing} is its address. */
        PASSTHROUGH
    }

    public Kind kind = Kind.IMAGE;
    public String backing = "";
    public boolean connected = true;

    /** The number by which the API knows the device; worked out when left out. */
    public int key;

    /** The datastore of an image; empty for anything else. */
    public String datastore() {
        int end = backing.indexOf(']');
        return kind == Kind.IMAGE && backing.startsWith("[") && end > 0 ? backing.substring(1, end) : "";
    }
}
