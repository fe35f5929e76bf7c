package io.twinpath.lab.site;

/**
 * A path that a host has seen. Whether it works now is for {@link IscsiPaths} to say.
 *
 * @param vmk the interface its session leaves by
 * @param portal address without port
 * @param session number of the iSCSI session on its host, from 1
 */
public record ScsiPath(
        String vmk, String portal, String target, String device, int channel, int targetNumber, int lun, int session) {

    public String runtimeName(String adapter) {
        return adapter + ":C" + channel + ":T" + targetNumber + ":L" + lun;
    }

    public String isid() {
        return "00023d%06x".formatted(session);
    }
}
