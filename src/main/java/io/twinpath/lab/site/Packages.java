package io.twinpath.lab.site;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Which packages a host has: what its release installs for its cards, and what became of that. */
public final class Packages {

    private static final String CERTIFIED = "VMwareCertified";

    private Packages() {}

    /** Those that run, by name. */
    public static NavigableMap<String, Vib> current(String hostName, Host host) {
        NavigableMap<String, Vib> all = installed(hostName, host);
        all.putAll(host.software.added);
        all.keySet().removeAll(host.software.removed);
        return all;
    }

    /** Those of the next start. */
    public static NavigableMap<String, Vib> next(String hostName, Host host) {
        NavigableMap<String, Vib> all = current(hostName, host);
        all.putAll(host.software.addedNext);
        all.keySet().removeAll(host.software.removedNext);
        return all;
    }

    private static NavigableMap<String, Vib> installed(String hostName, Host host) {
        Release release = host.release;
        NavigableMap<String, Vib> all = new TreeMap<>();
        all.put(
                "esx-base",
                vib(
                        "VMware",
                        release.version() + "-" + release.update() + "." + release.patch() + "." + release.build()));
        Hardware.nics(hostName, host).stream()
                .map(Nic::driver)
                .distinct()
                .forEach(d -> all.put(name(d), vib("VMW", version(d, release))));
        return all;
    }

    private static Vib vib(String vendor, String version) {
        return new Vib(version, vendor, CERTIFIED, true);
    }

    /** Drivers of the old model come in packages that say what they are for. */
    private static String name(String driver) {
        return switch (driver) {
            case "bnx2x", "tg3", "mlx4_en", "ixgbe", "igb" -> "net-" + driver.replace('_', '-');
            default -> driver;
        };
    }

    /** Versions that upgrade logs of 6.5 to 6.7 name; a plain one for the others. */
    private static String version(String driver, Release release) {
        String build = "vmw." + release.version().replace(".", "") + ".0.0." + release.build();
        return switch (driver) {
            case "qfle3" -> "1.0.50.11-9" + build;
            case "bnx2x" -> "1.78.80.v60.12-2" + build;
            case "mlx4_en" -> "1.9.7.0-1" + build;
            default -> "1.0.0.0-1" + build;
        };
    }

    /** Such as {@code VMW_bootbank_qfle3_1.0.50.11-9vmw.670.0.0.8169922}. */
    public static String id(String name, Vib vib) {
        return vib.vendor() + "_bootbank_" + name + "_" + vib.version();
    }
}
