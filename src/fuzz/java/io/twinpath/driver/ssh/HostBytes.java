package io.twinpath.driver.ssh;

import java.nio.file.Path;
import java.util.List;

/** What reads bytes of a host or of its keys, opened for fuzzing. */
public final class HostBytes {

    private static final String MARKER = "0123456789abcdef0123456789abcdef";
    private static final int LONGEST = 1 << 16;

    private HostBytes() {}

    /** The output of a script of three calls, whose marker the input can know. */
    public static void frames(byte[] output) {
        try {
            Frames frames = Frames.of(new Script(MARKER, 3, "", List.of()), output, LONGEST);
            if (frames.answers().size() != 3) {
                throw new AssertionError("three calls have three answers");
            }
        } catch (Frames.BrokenFrames expected) {
            require(expected);
        }
    }

    public static void pins(Path file) {
        try {
            new PinFile(file).pins();
        } catch (PinFile.Unusable expected) {
            require(expected);
        }
    }

    private static void require(Exception typed) {
        if (typed.getMessage() == null) {
            throw new AssertionError("an error says what is wrong", typed);
        }
    }
}
