package io.twinpath.spec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What Git keeps of a file that it leaves to Git LFS: three lines of text in its place. */
final class LfsPointer {

    private static final byte[] START = "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private LfsPointer() {}

    static boolean is(byte[] content) {
        return content.length >= START.length && Arrays.equals(content, 0, START.length, START, 0, START.length);
    }
}
