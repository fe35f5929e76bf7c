package io.twinpath.toy;

import io.twinpath.model.Desired;
import io.twinpath.model.PortRef;
import io.twinpath.model.shape.ForcesReplace;
import io.twinpath.model.shape.FoundOnly;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A switch.
 *
 * @param size cannot be changed in place
 * @param label something that only the host tells
 */
public record ToySwitch(
        Optional<SortedSet<PortRef>> uplinks,
        Optional<Integer> mtu,
        @ForcesReplace Optional<Integer> size,
        @FoundOnly Optional<String> label)
        implements Desired {
    public ToySwitch {
        uplinks = uplinks.map(u -> Collections.unmodifiableSortedSet(new TreeSet<>(u)));
        if (mtu.isPresent() && mtu.orElseThrow() > 9000) {
            throw new IllegalArgumentException("an MTU is at most 9000");
        }
    }

    /** With these uplinks, each {@code card/0} or {@code vmnic4}; everything else is not managed. */
    public static ToySwitch of(String... uplinks) {
        SortedSet<PortRef> ports = new TreeSet<>();
        for (String uplink : uplinks) {
            ports.add(PortRef.parse(uplink));
        }
        return new ToySwitch(Optional.of(ports), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ToySwitch mtu(int other) {
        return new ToySwitch(uplinks, Optional.of(other), size, label);
    }

    public ToySwitch size(int other) {
        return new ToySwitch(uplinks, mtu, Optional.of(other), label);
    }

    public ToySwitch label(String other) {
        return new ToySwitch(uplinks, mtu, size, Optional.of(other));
    }
}
