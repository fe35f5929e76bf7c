package io.twinpath.lab.site;

import java.time.Instant;

/** What happens to a host when it starts: names, devices, paths. */
public final class Power {

    private Power() {}

    /** A host comes up: it names new ports, logs in to its targets and claims devices by the rules of the day. */
    public static void boot(Site site, String hostName, Host host, Instant now) {
        host.powered = true;
        host.booted = now.toString();
        Services.boot(host);
        settle(site, hostName, host);
    }

    /** The same for a host that a site file describes as running: what it remembers is worked out, the clock is kept. */
    static void settle(Site site, String hostName, Host host) {
        host.software.start();
        Hardware.enumerate(hostName, host);
        host.paths.clear();
        host.iscsi.discovered.clear();
        new IscsiPaths(site, hostName).rescan();
        Claims.claimAll(site, host);
    }
}
