package io.twinpath.model;

import io.twinpath.model.shape.Range;
import java.util.Optional;

/**
 * How a vSphere API is reached, be it vCenter's or a host's own. What is empty has the default that the driver documents.
 *
 * @param address name or IP; for a host its own name when empty
 * @param port TCP port; 443 when empty
 * @param user {@code root} for a host and {@code administrator@vsphere.local} for vCenter when empty
 * @param password by reference only
 * @param sha256 the pinned certificate: SHA-256 of its DER form in hexadecimal, with or without colons; else the pin file
 *     or the trust store decides
 */
public record ApiAccess(
        Optional<String> address,
        @Range(min = 1, max = 65535) Optional<Integer> port,
        Optional<String> user,
        Optional<SecretRef> password,
        Optional<String> sha256)
        implements Desired {

    public static ApiAccess unspecified() {
        return new ApiAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
