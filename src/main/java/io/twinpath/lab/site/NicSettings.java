package io.twinpath.lab.site;

/** What was set on one vmnic. */
public final class NicSettings {

    public boolean up = true;
    public boolean autoNegotiate = true;

    /** Mb/s when not negotiated. */
    public int speed;

    public boolean fullDuplex = true;
}
