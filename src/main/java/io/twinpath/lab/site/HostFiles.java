package io.twinpath.lab.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a host that outlive its restarts. */
public final class HostFiles {

    public static final String NTP = "/etc/ntp.conf";
    public static final String ROOT_KEYS = "/etc/ssh/keys-root/authorized_keys";
    public static final String CERTIFICATE = "/etc/vmware/ssl/rui.crt";

    /** Made once for this lab, self-signed, valid from 2022-10-01 to 2034-01-01; its key is thrown away. */
    private static final String CERTIFICATE_RESOURCE = "/lab/rui.crt";

    private static final Map<String, String> STANDARD = Map.of(NTP, """
            restrict default kod nomodify notrap nopeer noquery
            restrict -6 default kod nomodify notrap nopeer noquery
            restrict 127.0.0.1
            restrict -6 ::1
            driftfile /etc/ntp.drift
            """, ROOT_KEYS, "", CERTIFICATE, resource());

    private HostFiles() {}

    /** All of them as they are on one host, by path. */
    public static NavigableMap<String, String> of(Host host) {
        NavigableMap<String, String> all = new TreeMap<>(STANDARD);
        all.putAll(host.files);
        return all;
    }

    private static String resource() {
        try (InputStream in = Optional.ofNullable(HostFiles.class.getResourceAsStream(CERTIFICATE_RESOURCE))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException("the jar is damaged: " + CERTIFICATE_RESOURCE, e);
        }
    }
}
