package io.twinpath.kind.service;

import io.twinpath.driver.ServiceScript;
import java.util.Map;
import java.util.Optional;

/** From the keys of the API to init scripts. */
final class Scripts {

    /** The key of the SSH server, over which all this is done. */
    static final String SSH = "TSM-SSH";

    private static final Map<String, String> OTHER_NAMES = Map.of(SSH, "SSH", "TSM", "ESXShell");

    private Scripts() {}

    /** The key of the service that a script is for. */
    static String key(String script) {
        return OTHER_NAMES.entrySet().stream()
                .filter(e -> e.getValue().equals(script))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(script);
    }

    /** Empty for what cannot be the key of a service. */
    static Optional<ServiceScript> of(String key) {
        return ServiceScript.named(OTHER_NAMES.getOrDefault(key, key));
    }
}
