package io.twinpath.kind.host;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import java.util.List;
import java.util.Optional;

/** Hosts as they are, by their names. */
public final class HostKind implements Kind<HostState> {

    static final String KIND = "host";

    /** The address of a host's state. */
    public static Address at(String host) {
        return Address.inSite(KIND, host);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "the state of a host";
    }

    @Override
    public Class<HostState> type() {
        return HostState.class;
    }

    @Override
    public Role role() {
        return Role.OBSERVED;
    }

    @Override
    public Placement placement() {
        return Placement.NOWHERE;
    }

    @Override
    public String naming() {
        return "the host's in the inventory";
    }

    @Override
    public Optional<String> place(Address self, Optional<HostState> wanted, boolean vcenter) {
        return Optional.of(self.name());
    }

    @Override
    public List<Binding<HostState>> bindings() {
        return List.of(new HostSsh(), new HostApi());
    }
}
