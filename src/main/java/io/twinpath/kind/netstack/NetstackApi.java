package io.twinpath.kind.netstack;

import io.twinpath.driver.Command;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Listing;
import io.twinpath.kind.NetworkConfig;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TCP/IP stacks in the words of {@code UpdateNetworkConfig}. */
final class NetstackApi implements Binding<Netstack> {

    private static final PropertyQuery LIST = HostProperties.query(NetworkConfig.STACKS);
    private static final String KEY = "key";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Netstack> wanted, Replies known) {
        return List.of(LIST);
    }

    @Override
    public Observed<Netstack> read(Address address, Optional<Netstack> wanted, Replies replies)
            throws UnreadableException {
        return HostProperties.named(HostProperties.items(replies, LIST, NetworkConfig.STACKS), address.name(), KEY)
                        .isPresent()
                ? new Observed.Present<>(new Netstack(Optional.of(address.name())))
                : new Observed.Absent<>();
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<Netstack>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found(NetstackKind.KIND, host, HostProperties.items(replies, LIST, NetworkConfig.STACKS), KEY);
    }

    @Override
    public List<Command> script(Change<Netstack> change) {
        return switch (change) {
            case Change.Create<Netstack> c ->
                List.of(NetworkConfig.stack(c.address().name(), "add"));
            case Change.Delete<Netstack> c ->
                List.of(NetworkConfig.stack(c.address().name(), "remove"));
            case Change.Update<Netstack> c -> List.of();
            case Change.Replace<Netstack> c -> List.of();
            case Change.Keep<Netstack> c -> List.of();
            case Change.Blocked<Netstack> c -> List.of();
        };
    }
}
