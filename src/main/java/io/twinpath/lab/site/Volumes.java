package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a host has done about volumes. VMFS volumes that it sees are mounted unless someone unmounted them. */
public final class Volumes {

    /** UUIDs of VMFS volumes that stay unmounted. */
    public NavigableSet<String> unmounted = new TreeSet<>();

    /** By label. */
    public NavigableMap<String, NfsMount> nfs = new TreeMap<>();

    public List<VmfsCopy> copies = new ArrayList<>();
}
