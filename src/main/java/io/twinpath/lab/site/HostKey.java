package io.twinpath.lab.site;

/**
 * The SSH host key of a simulated host; worth nothing outside the lab.
 *
 * @param privateKey PKCS#8, base64; empty until the host first serves
 * @param publicKey X.509, base64
 */
public record HostKey(String privateKey, String publicKey) {

    public static final HostKey NONE = new HostKey("", "");

    @Override
    public String toString() {
        return "HostKey[" + publicKey + "]";
    }
}
