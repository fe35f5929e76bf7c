package io.twinpath.lab.site;

/**
 * A volume whose signature names another device: a snapshot or replica, which a host does not mount by itself.
 *
 * @param canMount whether it could be mounted with its signature kept
 * @param reason why not; empty when it could
 */
public record VmfsCopy(String name, String uuid, boolean canMount, String reason) {}
