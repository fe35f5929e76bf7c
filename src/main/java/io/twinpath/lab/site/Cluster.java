package io.twinpath.lab.site;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hosts that stand in for each other. Words are spelt as the API spells them. */
public final class Cluster {

    public NavigableSet<String> hosts = new TreeSet<>();
    public HighAvailability ha = new HighAvailability();
    public Drs drs = new Drs();

    /** Where machines swap that inherit it: {@code vmDirectory} or {@code hostLocal}. */
    public String swap = "vmDirectory";

    /** What differs for a machine, by its name. */
    public NavigableMap<String, VmOverride> overrides = new TreeMap<>();

    /** By name. */
    public NavigableMap<String, DrsRule> rules = new TreeMap<>();

    /** Machines by the name of their group. */
    public NavigableMap<String, NavigableSet<String>> vmGroups = new TreeMap<>();

    /** Hosts by the name of their group. */
    public NavigableMap<String, NavigableSet<String>> hostGroups = new TreeMap<>();

    public VmOverride override(String vm) {
        VmOverride found = overrides.get(vm);
        return found == null ? new VmOverride() : found;
    }
}
