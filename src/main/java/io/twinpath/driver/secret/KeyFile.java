package io.twinpath.driver.secret;

import io.twinpath.driver.secret.SystemSecrets.Unavailable;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a private key, under the same rules as any secret in a file. */
public final class KeyFile {

    private KeyFile() {}

    /** Empty when it is not there, not private, too large or no regular file. */
    public static Optional<byte[]> read(Path file) {
        try {
            Path absolute = file.toAbsolutePath();
            return Optional.of(new SecretFile(absolute).read(absolute.toString()));
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }
}
