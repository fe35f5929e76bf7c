package io.twinpath.lab.site;

import java.util.NavigableSet;
import java.util.TreeSet;

/** A rule about where machines run. */
public final class DrsRule {

    /** What it says. */
    public enum Kind {
        TOGETHER,
        APART,
        /** The machines of a group on hosts of a group. */
        ON_HOSTS,
        /** The machines of a group on no host of a group. */
        NOT_ON_HOSTS
    }

    public Kind kind = Kind.TOGETHER;
    public boolean enabled = true;

    /** Whether it is never broken, also by HA. */
    public boolean mandatory;

    /** For {@link Kind#TOGETHER} and {@link Kind#APART}. */
    public NavigableSet<String> vms = new TreeSet<>();

    /** For the other two. */
    public String vmGroup = "";

    public String hostGroup = "";

    /** The number by which the API knows it; worked out when left out. */
    public int key;
}
