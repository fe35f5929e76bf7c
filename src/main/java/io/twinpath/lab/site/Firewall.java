package io.twinpath.lab.site;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The firewall of a host as configured. */
public final class Firewall {

    public boolean enabled = true;
    public boolean loaded = true;

    /** Whether packets that no ruleset speaks of pass. */
    public boolean pass;

    /** Rulesets that differ from how they come, by name. */
    public NavigableMap<String, Ruleset> rulesets = new TreeMap<>();

    /** How a ruleset stands; empty when the host has none of this name. */
    public Optional<Ruleset> ruleset(String name) {
        return Optional.ofNullable(rulesets.get(name))
                .or(() -> Rulesets.named(name).map(Rulesets::fresh));
    }

    /** A ruleset to be changed. */
    public Ruleset changing(String name) {
        return rulesets.computeIfAbsent(
                name, n -> Rulesets.named(n).orElseThrow().fresh());
    }

    /** Whether it stops anything. */
    public boolean filters() {
        return enabled && loaded && !pass;
    }
}
