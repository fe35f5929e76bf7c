package io.twinpath.lab.site;

/** The maker's plate of a server. */
public record Platform(String vendor, String product, String serial) {}
