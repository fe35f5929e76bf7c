package io.twinpath.driver;

/**
 * Reads one file whole. The answer's body is the file's text; its exit code tells a file that is not there ({@link #ABSENT})
 * from one that cannot be read.
 */
public record FileQuery(HostFile file) implements Query {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 64 << 10;

    /** The exit code of an answer that says: there is no such file. */
    public static final int ABSENT = 66;

    /** The exit code for what is no regular file. */
    public static final int NO_FILE = 65;

    /** The exit code for a file above {@link #LARGEST}. */
    public static final int TOO_LARGE = 67;

    @Override
    public String toString() {
        return file.path();
    }

    @Override
    public String typed() {
        return "cat " + file.path();
    }
}
