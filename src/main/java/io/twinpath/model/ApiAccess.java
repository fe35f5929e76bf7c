package io.twinpath.model;

import io.twinpath.model.shape.Doc;
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
        @Doc("Name or IP address; the host's own name when left out of a host.")
        Optional<String> address,

        @Doc("TCP port; 443 when left out.") @Range(min = 1, max = 65535)
        Optional<Integer> port,

        @Doc("Who logs in; root on a host and administrator@vsphere.local on vCenter when left out.")
        Optional<String> user,

        @Doc("Where the password is found.") Optional<SecretRef> password,

        @Doc("The pinned certificate: SHA-256 in hexadecimal, with or without colons.")
        Optional<String> sha256)
        implements Desired {

    public static ApiAccess unspecified() {
        return new ApiAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
