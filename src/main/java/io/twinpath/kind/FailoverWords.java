package io.twinpath.kind;

import io.twinpath.driver.Option;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.model.PortRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * esxcli's words for {@link Teaming}, which virtual switches and port groups share: the answer of {@code policy failover
 * get} and the options of {@code policy failover set}.
 */
public final class FailoverWords {

    private FailoverWords() {}

    /** The policy of a virtual switch: all of it is its own. */
    public static Teaming ofSwitch(Row row) throws UnreadableException {
        return new Teaming(
                loadBalancing(row),
                Optional.of(ports(row, "Active Adapters")),
                Optional.of(ports(row, "Standby Adapters")),
                row.flag("Failback"),
                row.flag("Notify Switches"),
                detection(row));
    }

    /** The policy of a port group: only what overrides the virtual switch. */
    public static Teaming ofPortGroup(Row row) throws UnreadableException {
        boolean uplinks = overrides(row, "Uplinks");
        return new Teaming(
                overrides(row, "Load Balancing") ? loadBalancing(row) : Optional.empty(),
                uplinks ? Optional.of(ports(row, "Active Adapters")) : Optional.empty(),
                uplinks ? Optional.of(ports(row, "Standby Adapters")) : Optional.empty(),
                overrides(row, "Failback") ? row.flag("Failback") : Optional.empty(),
                overrides(row, "Notify Switches") ? row.flag("Notify Switches") : Optional.empty(),
                overrides(row, "Network Failure Detection") ? detection(row) : Optional.empty());
    }

    /**
     * The options that turn one policy into another; none when there is nothing to do. The failover order is always sent
     * whole, because the host empties the list that is left out.
     */
    public static List<Option> options(Teaming before, Teaming after, boolean orderToo) {
        List<Option> options = new ArrayList<>();
        if (orderToo
                || Script.differs(before.active(), after.active())
                || Script.differs(before.standby(), after.standby())) {
            order("active-uplinks", after.active()).ifPresent(options::add);
            order("standby-uplinks", after.standby()).ifPresent(options::add);
        }
        changed(before.loadBalancing(), after.loadBalancing())
                .ifPresent(l -> options.add(Option.of("load-balancing", word(l))));
        changed(before.failureDetection(), after.failureDetection())
                .ifPresent(d -> options.add(Option.of("failure-detection", word(d))));
        changed(before.failback(), after.failback()).ifPresent(f -> options.add(Option.of("failback", f)));
        changed(before.notifySwitches(), after.notifySwitches())
                .ifPresent(n -> options.add(Option.of("notify-switches", n)));
        return options;
    }

    /** Whether {@code after} no longer has something of its own that {@code before} has. */
    public static boolean drops(Teaming before, Teaming after) {
        return gone(before.loadBalancing(), after.loadBalancing())
                || gone(before.active(), after.active())
                || gone(before.standby(), after.standby())
                || gone(before.failback(), after.failback())
                || gone(before.notifySwitches(), after.notifySwitches())
                || gone(before.failureDetection(), after.failureDetection());
    }

    /** Uplinks by the host's names; a field that is not there at all is not an empty one. */
    public static List<PortRef> ports(Row row, String field) throws UnreadableException {
        List<PortRef> ports = new ArrayList<>();
        for (String name : row.needItems(field)) {
            if (!PortRef.VMNIC.matcher(name).matches()) {
                throw new UnreadableException(
                        row.source() + ": \"" + name + "\" in the field \"" + field + "\" is no port of a host.");
            }
            ports.add(new PortRef.Vmnic(name));
        }
        return ports;
    }

    /** Ports as a set that nobody can change. */
    public static SortedSet<PortRef> set(List<PortRef> ports) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    private static boolean overrides(Row row, String what) throws UnreadableException {
        return row.flag("Override Vswitch " + what).orElse(false);
    }

    private static Optional<Option> order(String name, Optional<List<PortRef>> ports) {
        return ports.filter(p -> !p.isEmpty())
                .map(p -> Option.of(name, p.stream().map(PortRef::toString).collect(Collectors.joining(","))));
    }

    private static <T> Optional<T> changed(Optional<T> before, Optional<T> after) {
        return Script.differs(before, after) ? after : Optional.empty();
    }

    private static boolean gone(Optional<?> before, Optional<?> after) {
        return before.isPresent() && after.isEmpty();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Reading and setting spell two of the words differently; both are understood. */
    private static Optional<Teaming.LoadBalancing> loadBalancing(Row row) throws UnreadableException {
        Optional<String> text = row.text("Load Balancing");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text.orElseThrow().toLowerCase(Locale.ROOT)) {
                    case "srcport", "portid" -> Teaming.LoadBalancing.PORTID;
                    case "iphash" -> Teaming.LoadBalancing.IPHASH;
                    case "srcmac", "mac" -> Teaming.LoadBalancing.MAC;
                    case "explicit" -> Teaming.LoadBalancing.EXPLICIT;
                    default ->
                        throw new UnreadableException(
                                row.source() + ": the load balancing \"" + text.orElseThrow() + "\" is not known.");
                });
    }

    private static Optional<Teaming.FailureDetection> detection(Row row) throws UnreadableException {
        Optional<String> text = row.text("Network Failure Detection");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text.orElseThrow().toLowerCase(Locale.ROOT)) {
                    case "link" -> Teaming.FailureDetection.LINK;
                    case "beacon" -> Teaming.FailureDetection.BEACON;
                    default ->
                        throw new UnreadableException(
                                row.source() + ": the failure detection \"" + text.orElseThrow() + "\" is not known.");
                });
    }
}
