package io.twinpath.lab.site;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The software of a host as far as it differs from what its release installs. */
public final class Software {

    public String acceptance = "PartnerSupported";

    /** Modules that somebody changed, by name. */
    public NavigableMap<String, KernelModule> modules = new TreeMap<>();

    /** A start loads what is enabled, with the parameters of the day. */
    void start() {
        modules.values().forEach(m -> {
            m.loaded = m.enabled;
            m.active = m.parameters;
        });
    }
}
