package io.twinpath.lab.site;

/**
 * A folder that a server offers over NFS.
 *
 * @param server its address or name, as hosts write it
 * @param share the folder
 * @param sizeMib in MiB
 * @param freeMib in MiB
 */
public record NfsExport(String server, String share, long sizeMib, long freeMib) {}
