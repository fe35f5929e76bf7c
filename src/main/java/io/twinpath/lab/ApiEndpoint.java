package io.twinpath.lab;

/**
 * Where an API of the lab is reached.
 *
 * @param sha256 lower-case hex of the SHA-256 of its certificate
 */
public record ApiEndpoint(String url, String user, String password, String sha256) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
