package io.twinpath.rig.build;

import io.twinpath.kind.netswitch.NetSwitch;
import io.twinpath.model.Cidr;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Switch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is plugged in where, as a spec declares it. */
final class Wiring {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final SortedMap<String, Switch> switches = new TreeMap<>();
    private final Map<String, Socket> byEnd = new HashMap<>();

    Wiring(SortedMap<String, NetSwitch> declared) {
        declared.forEach((name, wiring) -> {
            switches.put(name, new Switch(name, wiring.subnets().map(Wiring::texts), wiring.links()));
            wiring.ports().forEach((port, end) -> byEnd.put(key(end), new Socket(name, port)));
        });
        // A link is declared at either end.
        declared.forEach((name, wiring) -> wiring.links().forEach(end -> link(end, name)));
    }

    private void link(String at, String to) {
        Switch found = switches.get(at);
        if (found != null && !found.links().contains(to)) {
            SortedSet<String> links = new TreeSet<>(found.links());
            links.add(to);
            switches.put(at, new Switch(at, found.subnets(), links));
        }
    }

    private static SortedSet<String> texts(SortedSet<Cidr> subnets) {
        return subnets.stream()
                .map(subnet -> subnet.ip() + "/" + subnet.length())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedMap<String, Switch> switches() {
        return switches;
    }

    /** @param end such as {@code esxi3.lain.local/storage_a/0} or the address of a portal */
    Optional<Socket> socket(String end) {
        return Optional.ofNullable(byEnd.get(end));
    }

    /** A cable ends in HOST/PORT or in ARRAY/PORTAL; portals are known by their addresses alone. */
    private static String key(String end) {
        String last = end.substring(end.lastIndexOf('/') + 1);
        String ip = last.contains(":") ? last.substring(0, last.indexOf(':')) : last;
        return ADDRESS.matcher(ip).matches() ? ip : end;
    }
}
