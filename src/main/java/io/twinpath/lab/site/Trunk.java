package io.twinpath.lab.site;

import java.util.List;

/** A link between two switches and the networks that cross it. */
public record Trunk(List<String> between, List<String> networks) {

    public Trunk {
        between = List.copyOf(between);
        networks = List.copyOf(networks);
    }
}
