package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;

/** A switch in the rack and the networks that it carries on every port. */
public final class PhysicalSwitch {

    public List<String> networks = new ArrayList<>();

    /** The largest frame payload it forwards, in bytes. */
    public int mtu = 9216;
}
