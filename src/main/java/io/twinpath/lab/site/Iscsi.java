package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The software iSCSI initiator of a host. */
public final class Iscsi {

    public boolean enabled;
    public String adapter = "vmhba64";
    public String iqn = "";
    public String alias = "";

    /** Names of bound VMkernel interfaces, in the order they were bound. */
    public List<String> bound = new ArrayList<>();

    /** Addresses with port. */
    public List<String> sendTargets = new ArrayList<>();

    public List<StaticTarget> staticTargets = new ArrayList<>();

    /** Parameters that were set away from their default, by the name esxcli prints. */
    public NavigableMap<String, String> parameters = new TreeMap<>();

    /** Parameters that a portal or target does not inherit: by place, then by name. */
    public NavigableMap<String, NavigableMap<String, String>> ownParameters = new TreeMap<>();

    public Chap chap = new Chap();

    /** How targets prove themselves. */
    public Chap mutualChap = new Chap();

    /** Portals, by address without port, that discovery has found. */
    public NavigableSet<String> discovered = new TreeSet<>();
}
