package io.twinpath.driver.api;

import io.twinpath.driver.pin.PinText;
import io.twinpath.driver.pin.PinText.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pinned certificates of a project: a line {@code NAME sha256:HEX} for each server, by its name in the spec, with the
 * port as {@code [NAME]:PORT} unless that is 443. A server with several lines may show any of them, as before and after its
 * certificate is renewed.
 */
public final class CertificatePins {

    private static final String PREFIX = "sha256:";

    private final PinText text;

    public CertificatePins(Path file) {
        this.text = new PinText(file);
    }

    public Path file() {
        return text.file();
    }

    /** The pins of a name; none when there is no file. */
    List<Fingerprint> of(String name) throws Unusable {
        List<Fingerprint> pins = new ArrayList<>();
        int number = 0;
        for (String line : text.read().lines().toList()) {
            number++;
            String[] words = line.strip().split("\\s+");
            if (words[0].isEmpty() || words[0].startsWith("#")) {
                continue;
            }
            Optional<Fingerprint> pin = words.length == 2 && words[1].startsWith(PREFIX)
                    ? Fingerprint.parse(words[1].substring(PREFIX.length()))
                    : Optional.empty();
            if (pin.isEmpty()) {
                throw new Unusable("has no pin on line " + number);
            }
            if (words[0].equalsIgnoreCase(name)) {
                pins.add(pin.orElseThrow());
            }
        }
        return pins;
    }

    void add(String name, Fingerprint pin) throws IOException, Unusable {
        text.add(name + " " + PREFIX + pin.hex());
    }
}
