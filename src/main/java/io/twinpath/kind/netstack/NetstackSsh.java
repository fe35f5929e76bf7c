package io.twinpath.kind.netstack;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TCP/IP stacks in the words of {@code esxcli network ip netstack}. */
final class NetstackSsh implements Binding<Netstack> {

    private static final EsxcliQuery LIST = EsxcliQuery.of("network ip netstack list");
    private static final String KEY = "Key";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Observed<Netstack> read(Address address, Optional<Netstack> wanted, Replies replies)
            throws UnreadableException {
        return Listing.named(replies, LIST, KEY, address.name()).isPresent()
                ? new Observed.Present<>(new Netstack(Optional.of(address.name())))
                : new Observed.Absent<>();
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<Netstack>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found(NetstackKind.KIND, host, replies, LIST, KEY);
    }

    @Override
    public List<Command> script(Change<Netstack> change) {
        return switch (change) {
            case Change.Create<Netstack> c -> command("add", c.address());
            case Change.Delete<Netstack> c -> command("remove", c.address());
            case Change.Update<Netstack> c -> List.of();
            case Change.Replace<Netstack> c -> List.of();
            case Change.Keep<Netstack> c -> List.of();
            case Change.Blocked<Netstack> c -> List.of();
        };
    }

    private static List<Command> command(String verb, Address address) {
        return new Script()
                .add("network ip netstack " + verb, Option.of("netstack", address.name()))
                .commands();
    }
}
