package io.twinpath.lab.site;

/** The vCenter of a site. */
public final class VCenter {

    public String name = "";
    public String uuid = "";
    public String version = "6.7.0";
    public String build = "14368073";
    public String user = "administrator@vsphere.local";
    public String password = "lab-password";

    /** The one that all hosts are in. */
    public String datacenter = "Datacenter";

    /** Whether it takes a change of a host's network back over which it lost the host. */
    public boolean networkRollback = true;

    /** Key and certificate as {@code lab.soap} encodes them; empty until it first serves. */
    public String identity = "";
}
