package io.twinpath.lab.site;

/** A network adapter of a virtual machine. */
public final class Adapter {

    /** The name of a port group, of its host or of a distributed switch. */
    public String network = "";

    /** As the API names the type: {@code Vmxnet3}, {@code E1000}. */
    public String model = "Vmxnet3";

    /** Worked out when left out. */
    public String mac = "";

    public boolean connected = true;

    /** The number by which the API knows the device; worked out when left out. */
    public int key;
}
