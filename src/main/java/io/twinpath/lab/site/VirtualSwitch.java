package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A standard vSwitch as configured. */
public final class VirtualSwitch {

    public static final int DEFAULT_PORTS = 128;

    /** In the order they were added; may name a vmnic whose card is gone. */
    public List<String> uplinks = new ArrayList<>();

    public int mtu = 1500;
    public int ports = DEFAULT_PORTS;
    public String cdp = "listen";
    public Teaming teaming = new Teaming();
    public Security security = new Security();
    public Shaping shaping = new Shaping();
    public Map<String, PortGroup> portGroups = new LinkedHashMap<>();

    /** Takes an uplink out, also from every failover order that names it. */
    public void removeUplink(String vmnic) {
        uplinks.remove(vmnic);
        teaming.forget(vmnic);
        portGroups.values().forEach(p -> p.teaming.forget(vmnic));
    }
}
