package io.twinpath.kind.nic;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Mac;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * NIC ports in the words of {@code HostNetworkSystem}. A {@code linkSpeed} that is not there means, in what a host has, that
 * there is no link, and in what is set for it, that speed and duplex are negotiated.
 */
final class NicApi implements Standing<Nic> {

    private static final String PATH = "config.network.pnic";
    private static final PropertyQuery LIST = HostProperties.query(PATH);
    private static final Handle NETWORK = new Handle.Manager("networkSystem");
    private static final String TYPE = "PhysicalNicLinkInfo";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public Optional<String> lacks(Nic wanted) {
        return wanted.enabled().isPresent()
                ? Optional.of("The API does not tell whether a port is administratively up, and cannot set it.")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<Nic> wanted, Replies known) {
        return List.of(LIST);
    }

    @Override
    public Observed<Nic> read(Address address, Optional<Nic> wanted, Replies replies) throws UnreadableException {
        PortRef port = wanted.map(Nic::port).orElseGet(() -> PortRef.parse(address.name()));
        if (!(port instanceof PortRef.Vmnic)) {
            throw new UnreadableException("Which port of " + address.host().orElse("the host") + " is \"" + port
                    + "\" is not known, because its card was not found.");
        }
        Optional<Node> found =
                HostProperties.named(HostProperties.items(replies, LIST, PATH), port.toString(), "device");
        return found.isEmpty() ? new Observed.Absent<>() : new Observed.Present<>(nic(port, found.orElseThrow()));
    }

    private static Nic nic(PortRef port, Node read) throws UnreadableException {
        boolean fixed = read.at("spec", "linkSpeed").isPresent();
        boolean link = read.child("linkSpeed").isPresent();
        return new Nic(
                port,
                Optional.empty(),
                Optional.of(!fixed),
                read.number("linkSpeed", "speedMb").map(Long::intValue).filter(s -> s > 0),
                read.flag("linkSpeed", "duplex").map(full -> full ? Nic.Duplex.FULL : Nic.Duplex.HALF),
                Optional.of(link),
                mac(read),
                Optional.empty(),
                read.text("driver").filter(d -> !d.isEmpty()));
    }

    private static Optional<Mac> mac(Node read) throws UnreadableException {
        try {
            return read.text("mac").map(Mac::parse);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("A port cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    /** Whatever does not have a port's name is none that a spec could speak of. */
    @Override
    public Map<Address, Optional<Nic>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<Nic>> found = new LinkedHashMap<>();
        for (Node nic : HostProperties.items(replies, LIST, PATH)) {
            String name = nic.requiredText("device");
            if (PortRef.VMNIC.matcher(name).matches()) {
                found.put(Listing.address("nic", host, name), Optional.empty());
            }
        }
        return found;
    }

    /** Without a speed the call means: negotiate. */
    @Override
    public List<Command> change(Address address, Nic before, Nic after) {
        Node device = Node.string("device", after.port().toString());
        boolean negotiates = Script.differs(before.autoNegotiation(), after.autoNegotiation());
        if (after.autoNegotiation().orElse(false)) {
            return negotiates ? List.of(MethodCommand.of(NETWORK, "UpdatePhysicalNicLinkSpeed", device)) : List.of();
        }
        boolean differs = negotiates
                || Script.differs(before.speed(), after.speed())
                || Script.differs(before.duplex(), after.duplex());
        if (after.speed().isEmpty() || !differs) {
            return List.of();
        }
        Node speed = Node.object(
                "linkSpeed",
                TYPE,
                Node.number("speedMb", after.speed().orElseThrow()),
                Node.flag("duplex", after.duplex().orElse(Nic.Duplex.FULL) == Nic.Duplex.FULL));
        return List.of(MethodCommand.of(NETWORK, "UpdatePhysicalNicLinkSpeed", device, speed));
    }
}
