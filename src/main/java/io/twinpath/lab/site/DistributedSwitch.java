package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A switch that a vCenter keeps on several hosts. */
public final class DistributedSwitch {

    public String uuid = "";
    public String version = "6.6.0";
    public int mtu = 1500;

    /** The names of its uplinks. */
    public List<String> uplinks = new ArrayList<>();

    /** The ports of each host that is in it: the vmnic behind each uplink. */
    public NavigableMap<String, NavigableMap<String, String>> hosts = new TreeMap<>();

    public NavigableMap<String, DistributedPortGroup> portGroups = new TreeMap<>();

    /** Counts the changes of its configuration. */
    public long changes;
}
