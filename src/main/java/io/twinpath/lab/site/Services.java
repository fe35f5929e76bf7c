package io.twinpath.lab.site;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The services of a host, by the keys of the API. Which there are and what they are set to is what an installed host of
 * release 6.5 told; only SSH is on here because it is used.
 */
public final class Services {

    /** The key of the SSH server. */
    public static final String SSH = "TSM-SSH";

    private static final Service ON = new Service("on", true);
    private static final Service OFF = new Service("off", false);

    /** Starts with the host and ends at once, because nothing needs it. */
    private static final Service IDLE = new Service("on", false);

    private static final Map<String, Service> STANDARD = Map.ofEntries(
            Map.entry("DCUI", ON),
            Map.entry("TSM", OFF),
            Map.entry(SSH, ON),
            Map.entry("lbtd", ON),
            Map.entry("lwsmd", OFF),
            Map.entry("ntpd", OFF),
            Map.entry("pcscd", OFF),
            Map.entry("sfcbd-watchdog", IDLE),
            Map.entry("snmpd", IDLE),
            Map.entry("vmsyslogd", ON),
            Map.entry("vpxa", IDLE),
            Map.entry("xorg", IDLE));

    /** Services whose init script has another name. */
    private static final Map<String, String> SCRIPTS = Map.of(SSH, "SSH", "TSM", "ESXShell");

    private Services() {}

    /** All of them as they are on one host. */
    public static NavigableMap<String, Service> of(Host host) {
        NavigableMap<String, Service> all = new TreeMap<>(STANDARD);
        all.putAll(host.services);
        return all;
    }

    public static String script(String key) {
        return SCRIPTS.getOrDefault(key, key);
    }

    /** The key of the service that an init script is for. */
    public static Optional<String> key(Host host, String script) {
        return of(host).keySet().stream().filter(k -> script(k).equals(script)).findFirst();
    }

    /** A host that starts runs what is set to start with it. */
    static void boot(Host host) {
        of(host).forEach((key, service) -> {
            boolean starts = !service.policy().equals("off") && !IDLE.equals(STANDARD.get(key));
            if (service.running() != starts) {
                host.services.put(key, service.with(starts));
            }
        });
    }
}
