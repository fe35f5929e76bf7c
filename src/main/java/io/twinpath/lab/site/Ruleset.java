package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;

/** How a ruleset of a host's firewall stands. */
public final class Ruleset {

    public boolean enabled;
    public boolean allowedAll = true;

    /** Addresses and networks; they count while not all are allowed. */
    public List<String> allowedIps = new ArrayList<>();
}
