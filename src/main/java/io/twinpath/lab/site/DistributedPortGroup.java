package io.twinpath.lab.site;

/** A port group of a distributed switch. Its failover order names uplinks of the switch. */
public final class DistributedPortGroup {

    /** 0 for none, 1 to 4094 for a tag, 4095 for all. */
    public int vlan;

    public int ports = 8;
    public Teaming teaming = new Teaming();
    public Security security = new Security();

    /** Counts the changes of its configuration. */
    public long changes;
}
