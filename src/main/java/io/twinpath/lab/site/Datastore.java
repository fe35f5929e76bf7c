package io.twinpath.lab.site;

/**
 * A VMFS volume on one disk.
 *
 * @param device the disk that holds it
 * @param uuid of the volume
 * @param type such as {@code VMFS-6}
 * @param freeMib in MiB
 */
public record Datastore(String device, String uuid, String type, long freeMib) {}
