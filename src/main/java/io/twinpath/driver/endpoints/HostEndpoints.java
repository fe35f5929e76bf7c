package io.twinpath.driver.endpoints;

import java.util.Optional;

/** The ways into one simulated host. */
public record HostEndpoints(Optional<SshEndpoint> ssh, Optional<ApiEndpoint> api) {}
