package io.twinpath.lab;

/** The ways into one simulated host. */
public record HostEndpoint(SshEndpoint ssh, ApiEndpoint api) {}
