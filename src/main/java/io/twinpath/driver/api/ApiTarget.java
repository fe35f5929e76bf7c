package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.model.ApiAccess;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Way;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a server of the vSphere API listens and how to log in there.
 *
 * @param place a host by its name in the spec, or {@link Way#VCENTER}; its certificate is pinned under this name
 * @param address name or IP
 * @param password looked up when it is sent
 * @param sha256 the pinned certificate as the spec has it; else the pin file or the trust store decides
 */
public record ApiTarget(
        String place, String address, int port, String user, Optional<Password> password, Optional<String> sha256) {

    private static final int HTTPS = 443;

    public ApiTarget {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }

    /** Where a password comes from. */
    @FunctionalInterface
    public interface Password {

        /** In the clear; the caller closes it. */
        Secret resolve(Secrets secrets) throws DriverException;

        /** Kept elsewhere. */
        static Password at(SecretRef reference) {
            return secrets -> secrets.resolve(reference);
        }

        /** Of a simulated site, which has nothing to lose. */
        static Password known(Secret secret) {
            return secrets -> {
                char[] chars = secret.reveal();
                try {
                    return new Secret(chars);
                } finally {
                    Arrays.fill(chars, '\0');
                }
            };
        }
    }

    /** As the spec has it. */
    public static ApiTarget of(String place, ApiAccess access) {
        return new ApiTarget(
                place,
                access.address().orElse(place),
                access.port().orElse(HTTPS),
                access.user().orElse(place.equals(Way.VCENTER) ? "administrator@vsphere.local" : "root"),
                access.password().map(Password::at),
                access.sha256());
    }

    /** The name under which its certificate is pinned. */
    String pinName() {
        return port == HTTPS ? place : "[" + place + "]:" + port;
    }

    /** As a URL has it, without the port where that is the usual one. */
    String authority() {
        String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return port == HTTPS ? host : host + ":" + port;
    }

    /** For people. */
    String endpoint() {
        return "https://" + authority() + "/sdk";
    }

    @Override
    public String toString() {
        return place + " at " + endpoint();
    }
}
