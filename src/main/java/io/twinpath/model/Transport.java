package io.twinpath.model;

/** The ways to a host. */
public enum Transport {
    SSH,
    API
}
