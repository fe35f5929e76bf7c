package io.twinpath.plan.file;

import java.nio.charset.StandardCharsets;

/** Puts a valid digest on any text, so that what lies behind the digest is reached at all. */
public final class SealedPlan {

    private SealedPlan() {}

    public static byte[] of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return Seal.seal(Seal.HEAD + Seal.OPEN + text).getBytes(StandardCharsets.UTF_8);
    }

    /** What stands behind the digest in a plan file. */
    public static String body(String file) {
        return file.substring(Seal.HEAD.length() + Seal.OPEN.length());
    }
}
