package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;

/** A virtual machine, registered on one host. */
public final class Vm {

    public String host = "";
    public String uuid = "";
    public String guest = "debian10_64Guest";

    /** The datastore of each disk, in the order of the disks; the first also holds the configuration. */
    public List<String> disks = new ArrayList<>();

    /** Whether its owner wants it on; it runs only while its host does. */
    public boolean on = true;
}
