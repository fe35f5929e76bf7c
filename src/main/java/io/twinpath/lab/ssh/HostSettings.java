package io.twinpath.lab.ssh;

/**
 * What makes one host's SSH server different from another's.
 *
 * @param name the host's name, as {@link CommandLog} is told it
 * @param port the port on 127.0.0.1; 0 for a free one
 * @param key the host key
 * @param logins who may enter
 */
public record HostSettings(String name, int port, HostKey key, Logins logins) {

    public HostSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }
}
