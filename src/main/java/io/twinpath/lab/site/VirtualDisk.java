package io.twinpath.lab.site;

/** A disk of a virtual machine: a file on a datastore. */
public final class VirtualDisk {

    public static final long DEFAULT_MIB = 40_960;

    public String datastore = "";
    public long sizeMib = DEFAULT_MIB;
    public boolean thin = true;

    /** The number by which the API knows the device; worked out when left out. */
    public int key;

    public VirtualDisk() {}

    /** A disk that differs from others in its datastore only. */
    public VirtualDisk(String datastore) {
        this.datastore = datastore;
    }
}
