package io.twinpath.risk;

import java.util.Optional;

/**
 * What would end a finding.
 *
 * @param advice what to do, as a full sentence
 * @param spec the change of the spec that does it, as YAML of an inventory; empty where hands or a decision are needed
 */
public record Remedy(String advice, Optional<String> spec) {

    public static Remedy of(String advice) {
        return new Remedy(advice, Optional.empty());
    }

    public static Remedy of(String advice, String spec) {
        return new Remedy(advice, Optional.of(spec));
    }
}
