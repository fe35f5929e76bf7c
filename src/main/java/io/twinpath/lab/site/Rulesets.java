package io.twinpath.lab.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rulesets that a host comes with, in the order in which it lists them. Names, states and who may switch them are those of
 * a list of 8.0 Update 2 that was published, shortened; the ports are those of VMware's list of ports.
 *
 * @param open whether it is enabled on a fresh host
 * @param switchable whether a person may enable and disable it since 8.0 Update 2
 * @param rules such as {@code Inbound TCP Dst 22 22}
 */
public record Rulesets(String name, boolean open, boolean switchable, List<String> rules) {

    public static final String SSH = "sshServer";

    private static final List<Rulesets> ALL = List.of(
            of(SSH, true, true, "Inbound TCP Dst 22 22"),
            of("sshClient", false, true, "Outbound TCP Dst 22 22"),
            of("nfsClient", false, false, "Outbound TCP Dst 0 65535"),
            of("nfs41Client", false, false, "Outbound TCP Dst 0 65535"),
            of("dhcp", true, false, "Inbound UDP Dst 68 68", "Outbound UDP Src 68 68"),
            of("dns", true, true, "Inbound UDP Dst 53 53", "Outbound UDP Dst 53 53", "Outbound TCP Dst 53 53"),
            of("snmp", false, true, "Inbound UDP Dst 161 161"),
            of("ntpClient", false, true, "Outbound UDP Dst 123 123"),
            of("CIMHttpServer", true, false, "Inbound TCP Dst 5988 5988"),
            of("CIMHttpsServer", false, false, "Inbound TCP Dst 5989 5989"),
            of("iSCSI", false, false, "Outbound TCP Dst 3260 3260"),
            of("vpxHeartbeats", true, false, "Outbound UDP Dst 902 902"),
            of("faultTolerance", true, true, "Inbound TCP Dst 8300 8300", "Outbound TCP Dst 8300 8300"),
            of("webAccess", true, true, "Inbound TCP Dst 80 80"),
            of("vMotion", true, false, "Inbound TCP Dst 8000 8000", "Outbound TCP Dst 8000 8000"),
            of("vSphereClient", true, true, "Inbound TCP Dst 443 443", "Inbound TCP Dst 902 902"),
            of("NFC", true, false, "Inbound TCP Dst 902 902", "Outbound TCP Dst 902 902"),
            of("httpClient", false, true, "Outbound TCP Dst 80 80", "Outbound TCP Dst 443 443"),
            of(
                    "syslog",
                    false,
                    true,
                    "Outbound UDP Dst 514 514",
                    "Outbound TCP Dst 514 514",
                    "Outbound TCP Dst 1514 1514"),
            of("remoteSerialPort", false, true, "Outbound TCP Dst 0 65535"));

    public Rulesets {
        rules = List.copyOf(rules);
    }

    public static List<Rulesets> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Rulesets::name).toList();
    }

    public static Optional<Rulesets> named(String name) {
        return ALL.stream().filter(r -> r.name.equals(name)).findFirst();
    }

    /** As it comes. */
    Ruleset fresh() {
        Ruleset ruleset = new Ruleset();
        ruleset.enabled = open;
        return ruleset;
    }

    private static Rulesets of(String name, boolean open, boolean switchable, String... rules) {
        return new Rulesets(name, open, switchable, Stream.of(rules).toList());
    }
}
