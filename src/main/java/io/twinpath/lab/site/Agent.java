package io.twinpath.lab.site;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The SNMP agent of a host. */
public final class Agent {
    public boolean enabled;

    /** What was set, by the name of its option. */
    public NavigableMap<String, String> set = new TreeMap<>();

    public void reset() {
        enabled = false;
        set.clear();
    }
}
