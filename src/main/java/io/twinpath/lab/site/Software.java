package io.twinpath.lab.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The software of a host as far as it differs from what its release installs. */
public final class Software {

    public String acceptance = "PartnerSupported";

    /** Modules that somebody changed, by name. */
    public NavigableMap<String, KernelModule> modules = new TreeMap<>();

    /** Packages that were put in, and those that were taken out, by name. */
    public NavigableMap<String, Vib> added = new TreeMap<>();

    public NavigableSet<String> removed = new TreeSet<>();

    /** The same that wait for the next start. */
    public NavigableMap<String, Vib> addedNext = new TreeMap<>();

    public NavigableSet<String> removedNext = new TreeSet<>();

    @JsonIgnore
    public boolean waits() {
        return !addedNext.isEmpty() || !removedNext.isEmpty();
    }

    /** A start loads what is enabled, with the parameters of the day, from the image of the day. */
    void start() {
        modules.values().forEach(m -> {
            m.loaded = m.enabled;
            m.active = m.parameters;
        });
        removed.removeAll(addedNext.keySet());
        added.putAll(addedNext);
        added.keySet().removeAll(removedNext);
        removed.addAll(removedNext);
        addedNext.clear();
        removedNext.clear();
    }
}
