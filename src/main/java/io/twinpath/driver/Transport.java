package io.twinpath.driver;

/** The ways to a host. */
public enum Transport {
    SSH,
    API
}
