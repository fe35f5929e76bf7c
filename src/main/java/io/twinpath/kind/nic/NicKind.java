package io.twinpath.kind.nic;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** The ports of network cards: up or down, speed and duplex. */
public final class NicKind implements Kind<Nic> {

    @Override
    public String name() {
        return "nic";
    }

    @Override
    public String title() {
        return "a NIC port";
    }

    @Override
    public Class<Nic> type() {
        return Nic.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamedBy("nics", "port");
    }

    @Override
    public List<Binding<Nic>> bindings() {
        return List.of();
    }
}
