package io.twinpath.driver.ssh;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.model.SecretRef;
import io.twinpath.model.SshAccess;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a host listens and how to log in there.
 *
 * @param host its name in the spec, under which its key is pinned
 * @param address name or IP
 * @param password looked up when it is sent
 * @param keyFile a private key; without password and key an SSH agent is asked
 * @param hostKey the pinned key, {@code ssh-ed25519 AAAA…}; else the pin file decides
 */
public record SshTarget(
        String host,
        String address,
        int port,
        String user,
        Optional<Password> password,
        Optional<Path> keyFile,
        Optional<SecretRef> passphrase,
        Optional<String> hostKey) {

    private static final int SSH = 22;

    public SshTarget {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }

    /** Where a password comes from. */
    public sealed interface Password {

        /** In the clear; the caller closes it. */
        Secret resolve(Secrets secrets) throws DriverException;
    }

    /** Kept elsewhere. */
    public record Referenced(SecretRef reference) implements Password {
        @Override
        public Secret resolve(Secrets secrets) throws DriverException {
            return secrets.resolve(reference);
        }
    }

    /** Of a simulated host, which has nothing to lose. */
    public record Known(Secret secret) implements Password {
        @Override
        public Secret resolve(Secrets secrets) {
            char[] chars = secret.reveal();
            try {
                return new Secret(chars);
            } finally {
                java.util.Arrays.fill(chars, '\0');
            }
        }
    }

    /**
     * As the spec has it.
     *
     * @param project the folder that the path of a key starts at
     */
    public static SshTarget of(String host, SshAccess access, Path project) {
        return new SshTarget(
                host,
                access.address().orElse(host),
                access.port().orElse(SSH),
                access.user().orElse("root"),
                access.password().map(Referenced::new),
                access.keyFile().map(project::resolve),
                access.passphrase(),
                access.hostKey());
    }

    /** The name under which OpenSSH keeps the key: with the port in brackets unless it is 22. */
    String pinName() {
        return pinName(host);
    }

    String pinName(String name) {
        return port == SSH ? name : "[" + name + "]:" + port;
    }

    /** For people. */
    String endpoint() {
        return address.indexOf(':') < 0 ? address + ":" + port : "[" + address + "]:" + port;
    }
}
