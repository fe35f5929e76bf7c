package io.twinpath.lab.site;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An address of a storage array.
 *
 * @param ip where it listens, on port 3260
 * @param attached the switch it is plugged into
 * @param mtu of its interface, in bytes
 */
public record Portal(String ip, @JsonProperty("switch") String attached, int mtu) {

    public static final int PORT = 3260;

    public String address() {
        return ip + ":" + PORT;
    }
}
