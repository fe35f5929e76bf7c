package io.twinpath.lab.site;

import org.jspecify.annotations.Nullable;

/** A port group of a standard vSwitch as configured. */
public final class PortGroup {

    /** 0 for none, 1 to 4094 for a tag, 4095 for all. */
    public int vlan;

    public Teaming teaming = new Teaming();
    public Security security = new Security();

    /** Null when it takes the vSwitch's. */
    public @Nullable Shaping shaping;
}
