package io.twinpath.lab.vim.host;

import io.twinpath.lab.soap.Data;

/** How a host is configured, as its property {@code config} shows it. */
final class HostConfig {

    private HostConfig() {}

    static Data of(HostContext at) {
        return Data.of("HostConfigInfo")
                .put("host", at.world().hostRef(at.name()))
                .put("product", HostSystem.product(at.host().release));
    }
}
