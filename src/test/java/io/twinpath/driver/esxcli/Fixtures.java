package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Outputs as hosts print them, written after published ones. */
final class Fixtures {

    private Fixtures() {}

    static Reply reply(String file) {
        return new Reply(0, format(file), body(file), file);
    }

    /** By the ending of its name. */
    static Format format(String file) {
        return Arrays.stream(Format.values())
                .filter(f -> file.endsWith("." + f.ending()))
                .findFirst()
                .orElseThrow();
    }

    static Reply of(Format format, String body) {
        return new Reply(0, format, body, "esxi1");
    }

    static Reply text(String body) {
        return new Reply(0, Format.TEXT, body, "esxi1");
    }

    static Reply xml(String body) {
        return new Reply(0, Format.XML, body, "esxi1");
    }

    static String body(String file) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/esxcli/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
