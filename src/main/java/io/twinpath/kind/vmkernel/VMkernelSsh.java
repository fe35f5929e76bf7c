package io.twinpath.kind.vmkernel;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** VMkernel interfaces in the words of {@code esxcli network ip interface}. */
final class VMkernelSsh implements Binding<VMkernel> {

    private static final EsxcliQuery LIST = EsxcliQuery.of("network ip interface list");
    private static final EsxcliQuery ADDRESSES = EsxcliQuery.of("network ip interface ipv4 get");
    private static final String NAME = "interface-name";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** The services are read for whatever may be made again, since it comes back without its tags, and for what changes its address. */
    @Override
    public List<Query> queries(Address address, Optional<VMkernel> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(LIST, ADDRESSES));
        if (wanted.isEmpty()
                || wanted.flatMap(VMkernel::ipv6).isPresent()
                || (known.has(LIST) && moves(address, wanted.orElseThrow(), known))) {
            queries.addAll(List.of(Ipv6Words.SETTINGS, Ipv6Words.ADDRESSES));
        }
        if (Listing.has(known, LIST, "Name", address.name())
                && (wanted.isEmpty()
                        || wanted.orElseThrow().services().isPresent()
                        || moves(address, wanted.orElseThrow(), known))) {
            queries.add(tags(address));
        }
        return queries;
    }

    private static boolean moves(Address address, VMkernel wanted, Replies known) {
        try {
            Optional<Row> row = Listing.named(known, LIST, "Name", address.name());
            return row.isPresent()
                    && (row.flatMap(r -> r.text("Portgroup"))
                                    .filter(wanted.portGroup()::equals)
                                    .isEmpty()
                            || Script.differs(row.flatMap(r -> r.text("Netstack Instance")), wanted.netstack())
                            || readdressed(address, wanted, known));
        } catch (UnreadableException e) {
            return false; // read() says so
        }
    }

    private static boolean readdressed(Address address, VMkernel wanted, Replies known) throws UnreadableException {
        Optional<Row> row = Listing.named(known, ADDRESSES, "Name", address.name());
        try {
            return Script.differs(
                            row.flatMap(r -> address(r, "IPv4 Address")),
                            wanted.ip().map(Ipv4Prefix::ip))
                    || Script.differs(row.flatMap(r -> address(r, "Gateway")), wanted.gateway());
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(row.orElseThrow().source() + ": " + e.getMessage() + ".", e);
        }
    }

    @Override
    public Observed<VMkernel> read(Address address, Optional<VMkernel> wanted, Replies replies)
            throws UnreadableException {
        Optional<Row> found = Listing.named(replies, LIST, "Name", address.name());
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Optional<Row> ipv4 = Listing.named(replies, ADDRESSES, "Name", address.name());
        Optional<SortedSet<VMkernel.Service>> services =
                replies.has(tags(address)) ? Optional.of(services(replies.row(tags(address)))) : Optional.empty();
        return new Observed.Present<>(vmkernel(found.orElseThrow(), ipv4, ipv6(address, wanted, replies), services));
    }

    /** Where the spec says nothing of IPv6, a host that does not either is no trouble. */
    private static Optional<Ipv6> ipv6(Address address, Optional<VMkernel> wanted, Replies replies)
            throws UnreadableException {
        try {
            return Ipv6Words.read(address.name(), replies);
        } catch (UnreadableException e) {
            if (wanted.flatMap(VMkernel::ipv6).isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static VMkernel vmkernel(
            Row row, Optional<Row> ipv4, Optional<Ipv6> ipv6, Optional<SortedSet<VMkernel.Service>> services)
            throws UnreadableException {
        try {
            Optional<Ipv4> ip = ipv4.flatMap(r -> address(r, "IPv4 Address"));
            Optional<Ipv4> netmask = ipv4.flatMap(r -> address(r, "IPv4 Netmask"));
            return new VMkernel(
                    row.need("Portgroup"),
                    ip.flatMap(i -> netmask.map(m -> Ipv4Prefix.of(i, m))),
                    Optional.of(ipv4.flatMap(r -> r.text("Address Type"))
                            .filter("DHCP"::equalsIgnoreCase)
                            .isPresent()),
                    ipv4.flatMap(r -> address(r, "Gateway")),
                    row.number("MTU").map(Long::intValue),
                    ipv6,
                    services,
                    row.text("Netstack Instance"),
                    row.text("MAC Address").map(Mac::parse));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(row.source() + ": " + e.getMessage() + ".", e);
        }
    }

    /** An address; ESXi writes 0.0.0.0 or N/A for none. */
    private static Optional<Ipv4> address(Row row, String field) {
        return row.text(field)
                .filter(t -> !t.equals("0.0.0.0") && !t.equals("N/A"))
                .map(Ipv4::parse);
    }

    /** The services that are known; what other tags mean is none of our business, and they are left alone. */
    private static SortedSet<VMkernel.Service> services(Row row) {
        SortedSet<VMkernel.Service> services = new TreeSet<>();
        for (String tag : row.items("Tags")) {
            for (VMkernel.Service service : VMkernel.Service.values()) {
                if (service.tag().equalsIgnoreCase(tag)) {
                    services.add(service);
                }
            }
        }
        return Collections.unmodifiableSortedSet(services);
    }

    @Override
    public List<Query> census() {
        return List.of(LIST, ADDRESSES);
    }

    @Override
    public Map<Address, Optional<VMkernel>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found("vmkernel", host, replies, LIST, "Name");
    }

    @Override
    public List<Command> script(Change<VMkernel> change) {
        Option name = Option.of(NAME, change.address().name());
        Script script = new Script();
        switch (change) {
            case Change.Keep<VMkernel> c -> {}
            case Change.Blocked<VMkernel> c -> {}
            case Change.Create<VMkernel> c -> create(script, name, c.target());
            case Change.Update<VMkernel> c -> update(script, name, c.observed(), c.target());
            case Change.Replace<VMkernel> c -> {
                script.add("network ip interface remove", name);
                create(script, name, c.target());
            }
            case Change.Delete<VMkernel> c -> script.add("network ip interface remove", name);
        }
        return script.commands();
    }

    private static void create(Script script, Option name, VMkernel target) {
        List<Option> options = new ArrayList<>(List.of(name, Option.of("portgroup-name", target.portGroup())));
        target.mtu().ifPresent(mtu -> options.add(Option.of("mtu", mtu)));
        target.netstack().ifPresent(netstack -> options.add(Option.of("netstack", netstack)));
        script.add("network ip interface add", options);
        VMkernel fresh = new VMkernel(
                target.portGroup(),
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                target.mtu(),
                Optional.empty(),
                Optional.empty(),
                target.netstack(),
                Optional.empty());
        update(script, name, fresh, target);
    }

    private static void update(Script script, Option name, VMkernel before, VMkernel after) {
        if (Script.differs(before.mtu(), after.mtu())) {
            script.add(
                    "network ip interface set",
                    name,
                    Option.of("mtu", after.mtu().orElseThrow()));
        }
        if (Script.differs(before.dhcp(), after.dhcp())
                || Script.differs(before.gateway(), after.gateway())
                || !before.ip().equals(after.ip())) {
            address(script, name, after);
        }
        after.ipv6()
                .ifPresent(
                        wanted -> Ipv6Words.script(script, name, before.ipv6().orElseGet(Ipv6::unspecified), wanted));
        Script.added(before.services(), after.services(), s -> tag(script, "add", name, s));
        Script.removed(before.services(), after.services(), s -> tag(script, "remove", name, s));
    }

    /** The whole address each time: a static address that is set without its gateway can lose it. */
    private static void address(Script script, Option name, VMkernel after) {
        List<Option> options = new ArrayList<>(List.of(name));
        if (after.dhcp().orElse(false)) {
            options.add(Option.of("type", "dhcp"));
        } else if (after.ip().isEmpty()) {
            options.add(Option.of("type", "none"));
        } else {
            Ipv4Prefix ip = after.ip().orElseThrow();
            options.add(Option.of("type", "static"));
            options.add(Option.of("ipv4", ip.ip().toString()));
            options.add(Option.of("netmask", ip.netmask().toString()));
            after.gateway().filter(ip::contains).ifPresent(g -> options.add(Option.of("gateway", g.toString())));
        }
        script.add("network ip interface ipv4 set", options);
    }

    private static void tag(Script script, String verb, Option name, VMkernel.Service service) {
        script.add("network ip interface tag " + verb, name, Option.of("tagname", service.tag()));
    }

    private static EsxcliQuery tags(Address address) {
        return EsxcliQuery.of("network ip interface tag get", Option.of(NAME, address.name()));
    }
}
