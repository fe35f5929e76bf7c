package io.twinpath.rig;

import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.CardOf;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Host;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a part of one host is gone: chains of words from that part to what failed, each link a thing that a person can go to. */
final class Reasons {

    private static final int NAMED = 3;

    private final Circuit circuit;
    private final Outage outage;
    private final Circuit.Probe probe;

    Reasons(Circuit circuit, Outage outage) {
        this.circuit = circuit;
        this.outage = outage;
        this.probe = circuit.probe(outage);
    }

    /** What the host makes of a device. */
    Volume.State state(Volume.Unit unit) {
        return unit.state(outage, probe);
    }

    List<String> host() {
        HostNamed part = circuit.part();
        if (circuit.host().condition() == Host.Condition.DOWN && !outage.down(part, part.name())) {
            return List.of(part.name(), "does not run");
        }
        return join(List.of(part.name()), domains(part, part.name()));
    }

    /** From the management of the host. */
    List<String> management() {
        return ways(circuit.management());
    }

    private List<String> ways(List<Management> ways) {
        Set<String> chain = new LinkedHashSet<>();
        for (Management way : ways) {
            chain.add(way.vmk().name());
            way.uplinks().ifPresent(uplinks -> chain.addAll(uplinks(uplinks)));
        }
        return List.copyOf(chain);
    }

    /** From a port group whose uplinks are gone. */
    List<String> network(String name) {
        Uplinks team = circuit.teams().get(name);
        return team == null ? List.of(name) : join(List.of(name), uplinks(team));
    }

    /** From a datastore that the host does not reach. */
    List<String> datastore(String name) {
        return join(
                List.of(name),
                switch (circuit.volumes().get(circuit.numbers().getOrDefault(name, 0))) {
                    case Volume.OnUnits on ->
                        on.units().stream()
                                .filter(u -> u.state(outage, probe) != Volume.State.FINE)
                                .findFirst()
                                .map(this::unit)
                                .orElse(List.of());
                    case Volume.OnServers on -> servers(on);
                    case Volume.Somewhere somewhere -> List.of();
                });
    }

    private List<String> servers(Volume.OnServers volume) {
        Set<String> chain = new LinkedHashSet<>();
        for (Volume.Server server : volume.servers()) {
            chain.add("server " + server.address());
            if (!server.door().lives(outage)) {
                chain.addAll(door(server.door()));
            } else {
                server.sessions()
                        .forEach(s -> chain.addAll(session(circuit.sessions().get(s))));
                server.routes().ifPresent(ways -> chain.addAll(ways(ways)));
            }
            server.named().filter(a -> outage.down(a, a.name())).ifPresent(a -> chain.addAll(array(a, a.name())));
        }
        chain.remove("portal " + chain.stream().findFirst().orElse("").replace("server ", ""));
        return List.copyOf(chain);
    }

    private List<String> unit(Volume.Unit unit) {
        if (unit.state(outage, probe) == Volume.State.PDL) {
            return List.of(unit.device(), "gone for good");
        }
        if (unit.paths().isEmpty()) {
            return List.of(unit.device(), "no path");
        }
        List<Line> lines = unit.paths().stream().map(circuit.lines()::get).toList();
        return join(
                List.of(unit.device()),
                paths(lines, lines.size() == 1 ? "1 path: " : "all " + lines.size() + " paths: "));
    }

    /** From paths that are gone. */
    List<String> paths(List<Line> lost, String how) {
        String names =
                lost.stream().limit(NAMED).map(line -> line.path().name()).collect(Collectors.joining(", "));
        Set<String> chain = new LinkedHashSet<>(List.of(how + names + (lost.size() > NAMED ? ", …" : "")));
        lost.forEach(line -> chain.addAll(line(line)));
        return List.copyOf(chain);
    }

    private List<String> line(Line line) {
        if (!line.path().works()) {
            return List.of("did not work before");
        }
        if (line.local()) {
            return List.of("local disk " + line.path().device());
        }
        if (line.gone(outage)) {
            return List.of("gone for good");
        }
        return line.arrays().stream()
                .filter(a -> outage.down(a, a.name()))
                .findFirst()
                .map(a -> array(a, a.name()))
                .orElseGet(() -> line.session().isEmpty()
                        ? List.of()
                        : session(circuit.sessions().get(line.session().getAsInt())));
    }

    private List<String> session(Session session) {
        if (!session.door().lives(outage)) {
            return door(session.door());
        }
        if (!session.fit()) {
            return List.of(
                    session.from(),
                    "cannot carry a session to " + session.door().part().ip());
        }
        return join(
                List.of(session.from()), session.uplinks().map(this::uplinks).orElse(List.of()));
    }

    private List<String> door(Door door) {
        List<String> chain = new ArrayList<>(List.of("portal " + door.part().ip()));
        door.controllers().stream()
                .filter(outage::hit)
                .forEach(c -> chain.add("controller " + c.controller() + " of " + c.array()));
        door.arrays().stream().filter(a -> outage.down(a, a.name())).forEach(a -> chain.addAll(array(a, a.name())));
        door.jack().filter(jack -> !jack.lives(outage)).ifPresent(jack -> chain.addAll(jack(jack)));
        return chain;
    }

    private List<String> array(Component part, String name) {
        return join(List.of("array " + name), domains(part, name));
    }

    /** The uplinks that are dead, then what killed them; or the one that lives, and the switches that it does not get past. */
    private List<String> uplinks(Uplinks uplinks) {
        List<Plug> dead = Stream.concat(uplinks.active().stream(), uplinks.standby().stream())
                .filter(plug -> !plug.hasLink(outage))
                .distinct()
                .toList();
        Set<String> chain = new LinkedHashSet<>();
        dead.forEach(plug -> chain.add(plug.part().port()));
        dead.forEach(plug -> chain.addAll(plug(plug)));
        for (Plug plug : uplinks.inUse(outage)) {
            chain.add(plug.part().port());
            plug.enters().ifPresent(box -> chain.add("switch " + box));
            outage.failed().stream()
                    .filter(part -> part instanceof SwitchNamed)
                    .sorted()
                    .forEach(part -> chain.add("switch " + ((SwitchNamed) part).name()));
        }
        return List.copyOf(chain);
    }

    private List<String> plug(Plug plug) {
        if (outage.hit(plug.part())) {
            return List.of();
        }
        if (plug.card().filter(outage::hit).isPresent()) {
            return List.of(card(plug.card().orElseThrow()));
        }
        if (plug.jack().filter(jack -> !jack.lives(outage)).isPresent()) {
            return jack(plug.jack().orElseThrow());
        }
        return List.of("had no link before");
    }

    private List<String> jack(Plug.Jack jack) {
        if (outage.hit(jack.port())) {
            return List.of(
                    "port " + jack.port().port() + " of switch " + jack.port().name());
        }
        return join(
                List.of("switch " + jack.box().name()),
                domains(jack.box(), jack.box().name()));
    }

    private String card(CardOf part) {
        Card card = circuit.host().cards().get(part.card());
        if (card == null) {
            return "card " + part.card();
        }
        String place = card.aliases().stream()
                .filter(alias -> alias.matches("[0-9]+"))
                .findFirst()
                .map(slot -> " in slot " + slot)
                .orElse(" (" + card.id() + ")");
        return "card " + (card.model().isEmpty() ? card.id() : card.model()) + place;
    }

    private List<String> domains(Component part, String name) {
        return outage.killers(part, name).stream()
                .map(d -> "domain " + d.name())
                .toList();
    }

    private static List<String> join(List<String> head, List<String> tail) {
        return Stream.concat(head.stream(), tail.stream()).toList();
    }
}
