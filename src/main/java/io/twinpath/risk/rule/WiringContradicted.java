package io.twinpath.risk.rule;

import io.twinpath.kind.card.Card;
import io.twinpath.kind.host.HostState;
import io.twinpath.kind.netswitch.NetSwitch;
import io.twinpath.model.Address;
import io.twinpath.model.PortRef;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A host hears by CDP or LLDP that a port is plugged into another switch, or another port, than the spec declares. Then what is
 * said of failures of that switch is about the wrong hosts. Silent about switches that call themselves by a name which the spec does not
 * have, and about ports without a port in their word for it.
 */
public final class WiringContradicted implements Rule {

    @Override
    public String code() {
        return "RSK0115";
    }

    @Override
    public String summary() {
        return "Declared wiring is contradicted";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        SortedMap<Address, NetSwitch> switches = scene.all(NetSwitch.class);
        List<Finding> findings = new ArrayList<>();
        switches.forEach((address, wiring) -> wiring.ports().forEach((port, end) -> {
            Optional<HostState.Neighbour> heard = heard(scene, end);
            heard.flatMap(n -> contradiction(n, address.name(), port, names(switches.keySet())))
                    .ifPresent(what -> findings.add(finding(scene, address, port, end, what)));
        }));
        return findings;
    }

    private static List<String> names(Collection<Address> addresses) {
        return addresses.stream().map(Address::name).toList();
    }

    private static Optional<HostState.Neighbour> heard(Scene scene, String end) {
        int slash = end.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String host = end.substring(0, slash);
        return scene.value(Address.inSite("host", host), HostState.class)
                .flatMap(HostState::neighbours)
                .flatMap(all -> vmnic(scene, host, end.substring(slash + 1)).map(all::get));
    }

    /** The host's name of a port; that of a card's port only while the card was found. */
    private static Optional<String> vmnic(Scene scene, String host, String text) {
        try {
            return switch (PortRef.parse(text)) {
                case PortRef.Vmnic vmnic -> Optional.of(vmnic.name());
                case PortRef.CardPort port ->
                    scene.value(port.on(host), Card.class)
                            .map(Card::ports)
                            .filter(ports -> ports.size() > port.index())
                            .map(ports -> ports.get(port.index()).toString());
            };
        } catch (IllegalArgumentException aPortal) {
            return Optional.empty();
        }
    }

    private static Optional<String> contradiction(
            HostState.Neighbour heard, String declared, String port, List<String> switches) {
        if (!is(heard.device(), declared)) {
            return switches.stream()
                    .filter(other -> is(heard.device(), other))
                    .findFirst()
                    .map(other -> "the switch " + other);
        }
        return heard.port()
                .filter(p -> p.matches(".*[0-9]") && !samePort(p, port))
                .map(p -> "its port " + p);
    }

    /** Switches add their domain, or their serial number in brackets. */
    private static boolean is(String device, String name) {
        return device.matches("(?is)" + Pattern.quote(name) + "([.(].*)?");
    }

    /** Switches write {@code GigabitEthernet1/0/13} for {@code 1/0/13}. */
    private static boolean samePort(String heard, String declared) {
        return heard.matches("(?is)(.*[^0-9/])?" + Pattern.quote(declared));
    }

    private Finding finding(Scene scene, Address address, String port, String end, String what) {
        String host = end.substring(0, end.indexOf('/'));
        String title = "The spec plugs " + end + " into port " + port + " of " + address.name()
                + ", and the host hears " + what + " there.";
        return Finding.of(code(), Severity.MEDIUM, title, "port:" + address.name() + "/" + port)
                .on(host)
                .at(scene.place(address, "ports", port))
                .remedy(Remedy.of("Follow the cable, and mend it or \"switches." + address.name() + ".ports\"."));
    }
}
