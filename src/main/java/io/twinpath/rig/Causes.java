package io.twinpath.rig;

import java.util.HashMap;
import java.util.Map;

/** The reasons of one question, worked out once for each host that somebody asks about. Not shared between threads. */
final class Causes {

    private final Site site;
    private final Outage outage;
    private final Map<String, Reasons> known = new HashMap<>();

    Causes(Site site, Outage outage) {
        this.site = site;
        this.outage = outage;
    }

    Reasons on(String host) {
        return known.computeIfAbsent(host, name -> new Reasons(site.circuit(name), outage));
    }
}
