package io.twinpath.reach;

import io.twinpath.driver.api.CertificatePins;
import io.twinpath.driver.ssh.PinFile;
import java.nio.file.Path;

/**
 * Where Twinpath keeps what is its own: locks, schemas and the state of an embedded lab, which are not for Git, and pins, which may be.
 *
 * @param project the folder of the project
 */
public record OwnFolder(Path project) {

    /** The folder itself; it need not be there yet. */
    public Path path() {
        return project.resolve(".twinpath");
    }

    /** The pinned host keys. */
    public PinFile keys() {
        return new PinFile(path().resolve("known_hosts"));
    }

    /** The pinned certificates. */
    public CertificatePins certificates() {
        return new CertificatePins(path().resolve("known_certificates"));
    }
}
