package io.twinpath.lab.site;

import java.util.NavigableMap;
import java.util.TreeMap;

/** DRS as a cluster is set to do it. */
public final class Drs {

    public boolean enabled;

    /** {@code manual}, {@code partiallyAutomated} or {@code fullyAutomated}. */
    public String behavior = "fullyAutomated";

    /** As the API counts it: 5 moves only what must move, 1 for every small gain. */
    public int vmotionRate = 3;

    /** Whether {@link VmOverride#drsBehavior} counts. */
    public boolean overridesAllowed = true;

    /** Advanced options by key. */
    public NavigableMap<String, String> options = new TreeMap<>();
}
