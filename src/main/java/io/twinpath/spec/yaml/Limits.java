package io.twinpath.spec.yaml;

/** How large a specification may be. Wide for what people write, narrow for what is made to hurt. */
public final class Limits {

    /** Bytes in one file. */
    public static final int FILE_BYTES = 1 << 20;

    /** Bytes in all files of a project. */
    public static final int PROJECT_BYTES = 8 << 20;

    /** Mappings and lists inside each other. */
    public static final int DEPTH = 20;

    /** Mappings, lists and values in one file; keys do not count. */
    public static final int NODES = 10_000;

    /**
     * UTF-16 units in one value, and in one line: the parser's time grows with the square of a line's length, so a long
     * line has to be refused before it is parsed.
     */
    public static final int SCALAR = 64 << 10;

    /** Modules that one host, group or module brings in, directly or through others; each time counts. */
    public static final int MODULE_CALLS = 1_000;

    /** Values of all hosts together, with groups and modules written out. */
    public static final int EXPANDED_NODES = 1_000_000;

    private Limits() {}
}
