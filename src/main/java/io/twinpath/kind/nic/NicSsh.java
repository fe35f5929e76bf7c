package io.twinpath.kind.nic;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** NIC ports in the words of {@code esxcli network nic}. */
final class NicSsh implements Standing<Nic> {

    private static final EsxcliQuery LIST = EsxcliQuery.of("network nic list");
    private static final String NAME = "nic-name";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** Only {@code nic get} tells whether speed and duplex are negotiated. */
    @Override
    public List<Query> queries(Address address, Optional<Nic> wanted, Replies known) {
        String port = port(address, wanted).toString();
        boolean link = wanted.isEmpty()
                || wanted.orElseThrow().autoNegotiation().isPresent()
                || wanted.orElseThrow().speed().isPresent()
                || wanted.orElseThrow().duplex().isPresent();
        return link && Listing.has(known, LIST, "Name", port) ? List.of(LIST, details(port)) : List.of(LIST);
    }

    @Override
    public Observed<Nic> read(Address address, Optional<Nic> wanted, Replies replies) throws UnreadableException {
        PortRef port = port(address, wanted);
        if (!(port instanceof PortRef.Vmnic)) {
            throw new UnreadableException("Which port of " + address.host().orElse("the host") + " is \"" + port
                    + "\" is not known, because its card was not found.");
        }
        Optional<Row> row = Listing.named(replies, LIST, "Name", port.toString());
        if (row.isEmpty()) {
            return new Observed.Absent<>();
        }
        Optional<Boolean> negotiated = replies.has(details(port.toString()))
                ? replies.row(details(port.toString())).flag("Auto Negotiation")
                : Optional.empty();
        return new Observed.Present<>(nic(port, row.orElseThrow(), negotiated));
    }

    private static PortRef port(Address address, Optional<Nic> wanted) {
        return wanted.map(Nic::port).orElseGet(() -> PortRef.parse(address.name()));
    }

    private static Nic nic(PortRef port, Row row, Optional<Boolean> negotiated) throws UnreadableException {
        Optional<Boolean> link = row.flag("Link Status");
        return new Nic(
                port,
                row.flag("Admin Status"),
                negotiated,
                row.number("Speed").map(Long::intValue).filter(s -> s > 0),
                duplex(row),
                link.isPresent() ? link : row.flag("Link"),
                mac(row),
                row.number("MTU").map(Long::intValue),
                row.text("Driver"));
    }

    private static Optional<Nic.Duplex> duplex(Row row) {
        return row.text("Duplex").flatMap(t -> switch (t.toLowerCase(Locale.ROOT)) {
            case "full" -> Optional.of(Nic.Duplex.FULL);
            case "half" -> Optional.of(Nic.Duplex.HALF);
            default -> Optional.empty();
        });
    }

    private static Optional<Mac> mac(Row row) throws UnreadableException {
        try {
            return row.text("MAC Address").map(Mac::parse);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(row.source() + ": " + e.getMessage() + ".", e);
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
        for (Row row : replies.rows(LIST)) {
            String name = row.need("Name");
            if (PortRef.VMNIC.matcher(name).matches()) {
                found.put(Listing.address("nic", host, row, name), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> change(Address address, Nic before, Nic after) {
        Option name = Option.of(NAME, after.port().toString());
        Script script = new Script();
        boolean negotiates = Script.differs(before.autoNegotiation(), after.autoNegotiation());
        if (after.autoNegotiation().orElse(false)) {
            if (negotiates) {
                script.add("network nic set", name, Option.flag("auto"));
            }
        } else if (after.speed().isPresent()
                && (negotiates
                        || Script.differs(before.speed(), after.speed())
                        || Script.differs(before.duplex(), after.duplex()))) {
            String duplex = after.duplex().orElse(Nic.Duplex.FULL).name().toLowerCase(Locale.ROOT);
            script.add(
                    "network nic set",
                    name,
                    Option.of("speed", after.speed().orElseThrow()),
                    Option.of("duplex", duplex));
        }
        if (Script.differs(before.enabled(), after.enabled())) {
            script.add(after.enabled().orElseThrow() ? "network nic up" : "network nic down", name);
        }
        return script.commands();
    }

    private static EsxcliQuery details(String port) {
        return EsxcliQuery.of("network nic get", Option.of(NAME, port));
    }
}
