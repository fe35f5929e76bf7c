package io.twinpath.model;

import io.twinpath.diag.Span;
import java.util.List;
import java.util.Map;

/**
 * Where a spec says what does not stand in its resources.
 *
 * @param vars for each host who set its variables, winner first
 * @param access for each host, and for vCenter, who said how it is reached, winner first
 * @param hosts where each host is declared
 */
public record Origins(
        Map<String, Map<FieldPath, List<Origin>>> vars,
        Map<String, Map<FieldPath, List<Origin>>> access,
        Map<String, Span> hosts) {

    public Origins {
        vars = Map.copyOf(vars);
        access = Map.copyOf(access);
        hosts = Map.copyOf(hosts);
    }

    public static Origins none() {
        return new Origins(Map.of(), Map.of(), Map.of());
    }
}
