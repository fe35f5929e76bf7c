package io.twinpath.lab.site;

import java.util.List;

/**
 * An NFS volume that a host has.
 *
 * @param version {@code 3} or {@code 4.1}
 * @param servers one for version 3
 * @param security such as {@code AUTH_SYS}; for version 4.1
 */
public record NfsMount(String version, List<String> servers, String share, boolean readOnly, String security) {}
