package io.twinpath.driver.endpoints;

import io.twinpath.driver.Secret;
import java.util.Optional;

/**
 * An SSH server of a simulated host.
 *
 * @param hostKey in the form of {@code known_hosts}
 */
public record SshEndpoint(String address, int port, String user, Optional<Secret> password, Optional<String> hostKey) {}
