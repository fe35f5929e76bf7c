package io.twinpath.graph;

/** The layers of a site, from the cables to the machines. Those of a host are drawn once for each. */
public enum Layer {
    SWITCH("switch", "Switch", false),
    CARD("card", "Card", true),
    NIC("NIC", "NIC", true),
    VSWITCH("virtual switch", "vSwitch", true),
    PORT_GROUP("port group", "Port group", true),
    VMK("VMkernel interface", "VMkernel", true),
    PATH("path", "Path", true),
    PORTAL("portal", "Portal", false),
    ARRAY("array", "Array", false),
    DEVICE("device", "Device", false),
    DATASTORE("datastore", "Datastore", false),
    MACHINE("machine", "Machine", true);

    private final String word;
    private final String heading;
    private final boolean ofHost;

    Layer(String word, String heading, boolean ofHost) {
        this.word = word;
        this.heading = heading;
        this.ofHost = ofHost;
    }

    /** For sentences. */
    public String word() {
        return word;
    }

    public String plural() {
        return word + (word.endsWith("ch") ? "es" : "s");
    }

    /** For the head of a column. */
    public String heading() {
        return heading;
    }

    /** Whether each host has its own. */
    public boolean ofHost() {
        return ofHost;
    }
}
