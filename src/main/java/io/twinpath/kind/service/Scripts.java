package io.twinpath.kind.service;

import io.twinpath.driver.ServiceScript;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** From the keys of the API to init scripts and back. */
final class Scripts {

    /** The key of the SSH server, over which all this is done. */
    static final String SSH = "TSM-SSH";

    private static final Map<String, String> OTHER_NAMES = Map.of(SSH, "SSH", "TSM", "ESXShell");

    /**
     * The services that the API tells of, by what {@code host.service.ls} of govc prints and the vSphere security guide lists.
     * A host has many more init scripts, which are its own affair; a census leaves them out.
     */
    private static final Set<String> KEYS = Set.of(
            "DCUI",
            "TSM",
            SSH,
            "attestd",
            "dpd",
            "kmxd",
            "lbtd",
            "lwsmd",
            "ntpd",
            "pcscd",
            "ptpd",
            "sfcbd-watchdog",
            "slpd",
            "snmpd",
            "vltd",
            "vmsyslogd",
            "vmware-fdm",
            "vprobed",
            "vpxa",
            "xorg");

    private Scripts() {}

    /** Empty for what cannot be the key of a service. */
    static Optional<ServiceScript> of(String key) {
        return ServiceScript.named(OTHER_NAMES.getOrDefault(key, key));
    }

    /** By script, the keys that a census speaks of. */
    static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        KEYS.forEach(key -> keys.put(OTHER_NAMES.getOrDefault(key, key), key));
        return keys;
    }
}
