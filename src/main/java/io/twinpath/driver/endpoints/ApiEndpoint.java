package io.twinpath.driver.endpoints;

import io.twinpath.driver.Secret;
import java.util.Optional;

/**
 * A vSphere API of a simulated site, over TLS.
 *
 * @param sha256 of its certificate, in hexadecimal
 */
public record ApiEndpoint(String address, int port, String user, Optional<Secret> password, Optional<String> sha256) {}
