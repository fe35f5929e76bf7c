package io.twinpath.model;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/**
 * How a host is reached over SSH. What is empty has the default that the driver documents.
 *
 * @param address name or IP; the host's own name when empty
 * @param port TCP port; 22 when empty
 * @param user {@code root} when empty
 * @param password by reference only
 * @param keyFile a private key, relative to the project
 * @param passphrase of that key, by reference only
 * @param hostKey the pinned host key, {@code ssh-ed25519 AAAA…}; else the pin file decides
 */
public record SshAccess(
        @Doc("Name or IP address; the host's own name when left out.")
        Optional<String> address,

        @Doc("TCP port; 22 when left out.") @Range(min = 1, max = 65535)
        Optional<Integer> port,

        @Doc("Who logs in; root when left out.") Optional<String> user,
        @Doc("Where the password is found.") Optional<SecretRef> password,
        @Doc("A private key, relative to the project.") Optional<String> keyFile,
        @Doc("Where the passphrase of that key is found.") Optional<SecretRef> passphrase,

        @Doc("The pinned host key, as ssh-keyscan writes it behind the name.")
        Optional<String> hostKey)
        implements Desired {

    public static SshAccess unspecified() {
        return new SshAccess(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
