package io.twinpath.lab.control;

/**
 * Where a lab takes operations.
 *
 * @param token what every question must bring
 */
public record ControlEndpoint(String address, int port, String token) {

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
