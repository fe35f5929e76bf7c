package io.twinpath.lab.site;

/** What became of a kernel module since the host was installed. */
public final class KernelModule {

    /** Whether it is loaded at the next start. */
    public boolean enabled = true;

    /** Whether it runs. */
    public boolean loaded = true;

    /** As they were set, {@code a=1 b=2}; they count from the next start on. */
    public String parameters = "";

    /** Those that it runs with. */
    public String active = "";
}
