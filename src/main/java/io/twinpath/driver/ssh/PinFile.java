package io.twinpath.driver.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

    private static final int LARGEST = 4 << 20;

    private final Path file;

    public PinFile(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
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

    /** The file holds something that cannot be a pin. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }

    /** Every pin; none when there is no file. Read anew each time, since {@code trust} may run meanwhile. */
    List<Pin> pins() throws Unusable {
        List<Pin> pins = new ArrayList<>();
        int number = 0;
        for (String line : text().lines().toList()) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                pins.add(pin(number, line.strip()));
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

    /** Adds a pin. Written beside and moved into place, so that a reader sees the old file or the new one. */
    void add(String name, PublicKey key) throws IOException, Unusable {
        StringBuilder text = new StringBuilder(text());
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(name).append(' ').append(key.line()).append('\n');
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".known_hosts", ".new");
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
