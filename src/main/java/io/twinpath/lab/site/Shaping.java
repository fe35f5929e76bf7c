package io.twinpath.lab.site;

/** A traffic shaping policy; rates in Kb/s, burst in KiB. */
public final class Shaping {

    public boolean enabled;
    public int average = -1;
    public int peak = -1;
    public int burst = -1;
}
