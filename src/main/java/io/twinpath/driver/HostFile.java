package io.twinpath.driver;

import java.util.Arrays;
import java.util.Optional;

/**
 * The files of a host that may be read, and those that may be replaced as well. What is not in this list cannot be named:
 * above all no private key and no file of passwords.
 *
 * <p>ESXi keeps a file below {@code /etc} over a restart when its sticky bit is set, so the modes of those that are
 * written have it: {@code ls -l} of a 7.0 host in public notes shows {@code -rw------T} for root's keys. For the other file
 * no such listing was found.
 */
public enum HostFile {
    /** What {@code ntpd} reads before release 7.0; later releases write it themselves. */
    NTP("/etc/ntp.conf", "1644"),
    /** The public keys that may log in as root. */
    ROOT_KEYS("/etc/ssh/keys-root/authorized_keys", "1600"),
    /** The certificate that the host shows to clients of its API; never written. */
    CERTIFICATE("/etc/vmware/ssl/rui.crt", "");

    private final String path;
    private final String mode;

    HostFile(String path, String mode) {
        this.path = path;
        this.mode = mode;
    }

    /** Absolute, of letters, digits and {@code / . _ -} only. */
    public String path() {
        return path;
    }

    /** The mode that a replacement gets, in octal digits; empty when it may not be replaced. */
    public Optional<String> mode() {
        return mode.isEmpty() ? Optional.empty() : Optional.of(mode);
    }

    public static Optional<HostFile> at(String path) {
        return Arrays.stream(values()).filter(f -> f.path.equals(path)).findFirst();
    }
}
