package io.twinpath.toy;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.FoundOnly;
import java.util.List;

/** A card of a model, and the ports that the host shows of it. */
public record ToyCard(String model, @FoundOnly List<String> ports) implements Desired {
    public ToyCard {
        ports = List.copyOf(ports);
    }
}
