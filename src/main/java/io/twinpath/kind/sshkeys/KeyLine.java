package io.twinpath.kind.sshkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key in the form of {@code authorized_keys}.
 *
 * @param line as it stands, without its end
 * @param key type and key alone: what makes two lines the same key
 */
record KeyLine(String line, String key) {

    private static final String TYPE = "(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp(?:256|384|521)"
            + "|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com)";
    private static final Pattern KEY = Pattern.compile("(" + TYPE + ")[ \\t]+([A-Za-z0-9+/]+={0,3})(?:[ \\t].*)?");

    /** Options in front of a key: words without blanks, except between double quotes. */
    private static final Pattern OPTIONS = Pattern.compile("(?:[^\\s\"]|\"(?:[^\"\\\\]|\\\\.)*+\")++[ \\t]+");

    private static final int LENGTH = 4;

    /** Empty for a comment, a blank line, and whatever is no key. */
    static Optional<KeyLine> of(String line) {
        String text = line.strip();
        Optional<KeyLine> bare = bare(text, line);
        if (bare.isPresent() || text.startsWith("#")) {
            return bare;
        }
        Matcher options = OPTIONS.matcher(text);
        return options.lookingAt() ? bare(text.substring(options.end()), line) : Optional.empty();
    }

    /** A key without options, as a spec has it. */
    static boolean isBare(String text) {
        return text.equals(text.strip()) && bare(text, text).isPresent();
    }

    private static Optional<KeyLine> bare(String text, String line) {
        Matcher matcher = KEY.matcher(text);
        if (!matcher.matches() || !saysSo(matcher.group(1), matcher.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new KeyLine(line, matcher.group(1) + " " + matcher.group(2)));
    }

    /** A key begins with its own type, so half a key or a mixed-up one is noticed. */
    private static boolean saysSo(String type, String base64) {
        try {
            ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            byte[] name = new byte[type.length()];
            if (key.remaining() <= LENGTH + name.length || key.getInt() != name.length) {
                return false;
            }
            key.get(name);
            return new String(name, StandardCharsets.US_ASCII).equals(type);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
