package io.twinpath.lab;

/**
 * Where a simulated host is reached.
 *
 * @param hostKey the line an OpenSSH {@code known_hosts} has after the host's name
 */
public record SshEndpoint(String address, int port, String user, String password, String hostKey) {

    @Override
    public String toString() {
        return user + "@" + address + ":" + port;
    }
}
