package io.twinpath.lab.site;

/**
 * A SCSI disk: a LUN of an array, or a volume of a host's own controller.
 *
 * @param device the name ESXi gives it, such as {@code naa.6001405…}
 * @param lun its number behind its target
 * @param sizeMib in MiB
 * @param ssd whether it says that it has no spinning parts
 */
public record Disk(String device, int lun, String vendor, String model, String revision, long sizeMib, boolean ssd) {}
