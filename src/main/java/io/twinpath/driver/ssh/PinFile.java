package io.twinpath.driver.ssh;

import io.twinpath.driver.pin.PinText;
import io.twinpath.driver.pin.PinText.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pinned host keys of a project, in OpenSSH's {@code known_hosts} format: names separated by commas (or hashed), the
 * algorithm, the key; {@code @revoked} in front takes a key out for ever. Patterns and certificate authorities are not
 * taken: a pin says which one key one host has.
 */
public final class PinFile {

    private final PinText text;

    public PinFile(Path file) {
        this.text = new PinText(file);
    }

    public Path file() {
        return text.file();
    }

    /** One line of the file. */
    record Pin(int line, boolean revoked, List<String> names, PublicKey key) {

        boolean names(String name) {
            return names.stream().anyMatch(n -> n.startsWith("|1|") ? hashes(n, name) : n.equalsIgnoreCase(name));
        }

        private static boolean hashes(String hashed, String name) {
            String[] parts = hashed.split("\\|");
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[2]), "HmacSHA1"));
                byte[] expected = Base64.getDecoder().decode(parts[3]);
                return java.security.MessageDigest.isEqual(
                        expected, mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return false;
            }
        }
    }

    /** Every pin; none when there is no file. */
    List<Pin> pins() throws Unusable {
        List<Pin> pins = new ArrayList<>();
        int number = 0;
        for (String line : text.read().lines().toList()) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                pins.add(pin(number, line.strip()));
            }
        }
        return pins;
    }

    private static Pin pin(int number, String line) throws Unusable {
        boolean revoked = line.startsWith("@revoked ");
        if (line.startsWith("@") && !revoked) {
            throw new Unusable("has a marker on line " + number + " that is not taken; host certificates are not used");
        }
        String[] words = (revoked ? line.substring(9).strip() : line).split("\\s+", 2);
        if (words.length < 2 || (!revoked && words[0].matches(".*[*?!].*"))) {
            throw new Unusable("does not name one host on line " + number);
        }
        Optional<PublicKey> key = PublicKey.parse(words[1]);
        if (key.isEmpty() || key.orElseThrow().algorithm().contains("-cert-")) {
            throw new Unusable("has no host key on line " + number);
        }
        return new Pin(number, revoked, List.of(words[0].split(",")), key.orElseThrow());
    }

    void add(String name, PublicKey key) throws IOException, Unusable {
        text.add(name + " " + key.line());
    }
}
