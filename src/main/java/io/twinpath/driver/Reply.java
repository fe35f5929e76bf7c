package io.twinpath.driver;

import io.twinpath.driver.esxcli.Format;

/**
 * What a host answered to one call.
 *
 * @param exit esxcli's exit code: 0, or 1 for every failure
 * @param format of the body
 * @param body standard output, whole; on failure the host's own words
 * @param source where the body stands for people: {@code esxi1: esxcli network nic list}, or a file
 */
public record Reply(int exit, Format format, String body, String source) {

    public boolean ok() {
        return exit == 0;
    }
}
