package io.twinpath.driver;

import java.nio.charset.StandardCharsets;

/**
 * Replaces one file whole, in one step: whoever reads it sees the old text or the new one. Carries no secret: it stands in
 * plans and on command lines as it is.
 *
 * @param text what the file then holds, to the byte, as UTF-8
 */
public record FileCommand(HostFile file, String text) implements Command {

    /** The longest text that is written, in bytes: it travels on a command line. */
    public static final int LONGEST = 16 << 10;

    public FileCommand {
        if (file.mode().isEmpty()) {
            throw new IllegalArgumentException(file.path() + " may not be written");
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text file has no NUL");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("half a character cannot be written");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("more than 16 KiB for " + file.path());
        }
    }

    /** What is written where, by its size. */
    @Override
    public String toString() {
        long lines = text.lines().count();
        return "replace " + file.path() + " by " + lines + (lines == 1 ? " line" : " lines");
    }

    @Override
    public String typed() {
        return toString();
    }
}
