package io.twinpath.lab.site;

/**
 * A software package.
 *
 * @param acceptance such as {@code PartnerSupported}
 * @param restart whether it counts only from the next start on
 */
public record Vib(String version, String vendor, String acceptance, boolean restart) {}
