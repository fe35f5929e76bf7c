package io.twinpath.lab.site;

/** A target that the initiator is told of; {@code address} has a port. */
public record StaticTarget(String address, String name) {}
