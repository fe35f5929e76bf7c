package io.twinpath.toy;

import io.twinpath.model.Desired;
import java.util.Optional;

/** A group of ports on a switch. */
public record ToyGroup(String on, Optional<Integer> vlan) implements Desired {

    public static ToyGroup on(String name) {
        return new ToyGroup(name, Optional.empty());
    }

    public ToyGroup vlan(int other) {
        return new ToyGroup(on, Optional.of(other));
    }
}
