package io.twinpath.lab.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Byte strings (one character per byte, 0 to 255) and the text that they encode in UTF-8. */
final class Octets {

    private Octets() {}

    static String of(String text) {
        return isAscii(text) ? text : new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    static String of(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /** The text; what is not UTF-8 becomes U+FFFD. */
    static String text(String octets) {
        return isAscii(octets) ? octets : new String(bytes(octets), UTF_8);
    }

    static byte[] bytes(String octets) {
        return octets.getBytes(ISO_8859_1);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
