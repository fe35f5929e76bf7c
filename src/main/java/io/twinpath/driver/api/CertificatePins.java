package io.twinpath.driver.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    private static final int LARGEST = 4 << 20;

    private final Path file;

    public CertificatePins(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** The file holds something that cannot be a pin. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }

    /** The pins of a name; none when there is no file. Read anew each time, since {@code trust} may run meanwhile. */
    List<Fingerprint> of(String name) throws Unusable {
        List<Fingerprint> pins = new ArrayList<>();
        int number = 0;
        for (String line : text().lines().toList()) {
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

    private String text() throws Unusable {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unusable("is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unusable("is larger than 4 MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new Unusable("cannot be read");
        }
    }

    /** Adds a pin. Written beside and moved into place, so that a reader sees the old file or the new one. */
    void add(String name, Fingerprint pin) throws IOException, Unusable {
        String old = text();
        String text = old + (old.isEmpty() || old.endsWith("\n") ? "" : "\n") + name + " " + PREFIX + pin.hex() + "\n";
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".known_certificates", ".new");
        try {
            Files.writeString(fresh, text);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
