package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Outputs as hosts print them, written after published ones. */
final class Fixtures {

    private Fixtures() {}

    static Reply reply(String file) {
        return new Reply(0, file.endsWith(".xml") ? Format.XML : Format.TEXT, body(file), file);
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
