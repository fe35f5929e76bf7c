package io.twinpath.lab.site;

/** How the multipathing plugin drives one device, as decided when it was claimed or set since. */
public final class DeviceClaim {

    public static final int DEFAULT_IOPS = 1000;
    public static final int DEFAULT_BYTES = 10_485_760;

    public String satp = "";
    public String psp = "";
    public int iops = DEFAULT_IOPS;
    public int bytes = DEFAULT_BYTES;

    /** {@code Default}, {@code Iops} or {@code Bytes}; a rule's option leaves it at Default. */
    public String limitType = "Default";

    public boolean useAno;

    /** How the high-performance plugin chooses paths, for a device that it claims. */
    public String scheme = "FIXED";

    public int schemeIops = DEFAULT_IOPS;

    /** Set by a person, so that a reboot keeps it. */
    public boolean explicit;
}
