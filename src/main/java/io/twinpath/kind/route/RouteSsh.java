package io.twinpath.kind.route;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Cidr;
import io.twinpath.model.Ip;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Routes in the words of {@code esxcli network ip route}. The columns of {@code ipv4 list} are those of a published output of
 * 9.0; no output of {@code ipv6 list} was found, so any of the titles that the prefix could have is taken.
 */
final class RouteSsh implements Binding<Route> {

    /** What a host calls routes that somebody set. */
    static final Set<String> BY_HAND = Set.of("MANUAL", "STATIC");

    private static final String WORDS = "network ip route ";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<Route> wanted, Replies known) {
        return Destination.of(address.name()).stream()
                .<Query>map(RouteSsh::list)
                .toList();
    }

    @Override
    public Observed<Route> read(Address address, Optional<Route> wanted, Replies replies) throws UnreadableException {
        Destination to = Destination.of(address.name())
                .orElseThrow(() -> new UnreadableException("\"" + address.name() + "\" names no route."));
        for (Row row : replies.rows(list(to))) {
            Optional<Ip> gateway = gateway(row);
            if (gateway.isPresent() && network(row, to.six()).equals(to.network())) {
                return new Observed.Present<>(
                        new Route(gateway.orElseThrow(), row.text("Interface"), row.text("Source")));
            }
        }
        return new Observed.Absent<>();
    }

    /** Empty for the route of an interface to its own network, which has no gateway. */
    private static Optional<Ip> gateway(Row row) throws UnreadableException {
        String text = row.text("Gateway").orElse("N/A");
        if (Set.of("0.0.0.0", "::", "N/A", "*", "Local Subnet").contains(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ip.parse(withoutZone(text)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(row.source() + ": \"" + text + "\" is no address.", e);
        }
    }

    private static Cidr network(Row row, boolean six) throws UnreadableException {
        String network = withoutZone(row.need("Network"));
        if (network.equals("default")) {
            return six ? Cidr.parse("::/0") : Destination.network(network);
        }
        try {
            if (network.indexOf('/') > 0) {
                return Cidr.parse(network);
            }
            return Cidr.parse(network + "/" + (six ? prefix(row) : length(network, row.need("Netmask"))));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(row.source() + ": the network \"" + network + "\" cannot be read.", e);
        }
    }

    /** A link-local address names its interface: {@code fe80::1%vmk0}. */
    private static String withoutZone(String text) {
        return text.replaceFirst("%[^/]*", "");
    }

    private static int length(String network, String netmask) {
        return Ipv4Prefix.of(Ipv4.parse(network), Ipv4.parse(netmask)).length();
    }

    private static String prefix(Row row) throws UnreadableException {
        for (String title : List.of("Prefix", "Prefix Length", "Prefix Len", "Netmask")) {
            Optional<String> text = row.text(title);
            if (text.isPresent()) {
                return text.orElseThrow();
            }
        }
        return row.need("Prefix");
    }

    @Override
    public List<Query> census() {
        return List.of(EsxcliQuery.of(WORDS + "ipv4 list"), EsxcliQuery.of(WORDS + "ipv6 list"));
    }

    /** Those of the default stack that somebody set. */
    @Override
    public Map<Address, Optional<Route>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<Route>> found = new TreeMap<>();
        for (boolean six : List.of(false, true)) {
            for (Row row : replies.rows(EsxcliQuery.of(WORDS + version(six) + " list"))) {
                boolean byHand =
                        row.text("Source").filter(s -> !BY_HAND.contains(s)).isEmpty();
                if (byHand && gateway(row).isPresent()) {
                    Destination to = new Destination(network(row, six), Destination.DEFAULT_STACK);
                    found.put(new Address("route", host, to.name()), Optional.empty());
                }
            }
        }
        return found;
    }

    @Override
    public List<Command> script(Change<Route> change) {
        Script script = new Script();
        Destination.of(change.address().name()).ifPresent(to -> {
            switch (change) {
                case Change.Keep<Route> c -> {}
                case Change.Blocked<Route> c -> {}
                case Change.Create<Route> c -> send(script, "add", to, c.target());
                case Change.Update<Route> c -> move(script, to, c.observed(), c.target());
                case Change.Replace<Route> c -> move(script, to, c.observed(), c.target());
                case Change.Delete<Route> c -> send(script, "remove", to, c.observed());
            }
        });
        return script.commands();
    }

    /** There is one default gateway, and the new one takes its place. */
    private static void move(Script script, Destination to, Route before, Route after) {
        send(script, "add", to, after);
        if (!to.everywhere()) {
            send(script, "remove", to, before);
        }
    }

    private static void send(Script script, String verb, Destination to, Route route) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("gateway", route.gateway().toString()));
        options.add(Option.of("network", to.word()));
        stack(to).ifPresent(options::add);
        script.add(WORDS + version(to.six()) + " " + verb, options);
    }

    private static EsxcliQuery list(Destination to) {
        String words = WORDS + version(to.six()) + " list";
        return stack(to).map(s -> EsxcliQuery.of(words, s)).orElseGet(() -> EsxcliQuery.of(words));
    }

    private static Optional<Option> stack(Destination to) {
        return to.stack().equals(Destination.DEFAULT_STACK)
                ? Optional.empty()
                : Optional.of(Option.of("netstack", to.stack()));
    }

    private static String version(boolean six) {
        return six ? "ipv6" : "ipv4";
    }
}
