package io.twinpath.graph;

import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Component.CardOf;
import io.twinpath.rig.part.Component.DeviceNamed;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the links of one host are between its cards and its paths: a part is lost when all that it hangs on is. */
final class Links {

    private final Host host;
    private final Harm harm;
    private final boolean down;

    Links(Host host, Harm harm) {
        this.host = host;
        this.harm = harm;
        this.down = harm.down(host);
    }

    private Condition withHost() {
        return Condition.lost("down", "Its host is down.");
    }

    Condition card(Card card) {
        if (harm.hit(new CardOf(host.name(), card.id()))) {
            return Condition.failed();
        }
        return down ? withHost() : Condition.FINE;
    }

    Condition nic(String name) {
        if (harm.hit(new NicPort(host.name(), name))) {
            return Condition.failed();
        }
        if (down) {
            return withHost();
        }
        Optional<Port> port = Optional.ofNullable(host.ports().get(name));
        Optional<String> card = port.flatMap(Port::card).filter(id -> harm.hit(new CardOf(host.name(), id)));
        if (card.isPresent()) {
            return Condition.lost("no link", "Its card " + card.orElseThrow() + " failed.");
        }
        Optional<String> socket = port.flatMap(Port::socket).flatMap(harm::dead);
        if (socket.isPresent()) {
            return Condition.lost("no link", socket.orElseThrow());
        }
        if (port.filter(p -> !p.usable()).isEmpty()) {
            return Condition.FINE;
        }
        return used(name)
                ? Condition.lost("no link", "It had no link before.")
                : new Condition(State.OK, "unused, no link", List.of("Nothing leads over it."));
    }

    private boolean used(String uplink) {
        return host.teams().values().stream()
                .anyMatch(t -> t.active().contains(uplink) || t.standby().contains(uplink));
    }

    Condition team(Team team) {
        Set<String> uplinks = new LinkedHashSet<>(team.active());
        uplinks.addAll(team.standby());
        return over(uplinks);
    }

    Condition carrier(Collection<Team> teams) {
        Set<String> uplinks = new LinkedHashSet<>();
        teams.forEach(team -> {
            uplinks.addAll(team.active());
            uplinks.addAll(team.standby());
        });
        return over(uplinks);
    }

    private Condition over(Set<String> uplinks) {
        if (down) {
            return withHost();
        }
        List<String> gone = uplinks.stream().filter(u -> nic(u).gone()).toList();
        if (gone.isEmpty()) {
            return Condition.FINE;
        }
        String names = String.join(", ", gone);
        int left = uplinks.size() - gone.size();
        return left == 0
                ? Condition.lost("no uplink", "No link on " + names + ", and there is no other uplink.")
                : Condition.degraded(left + " of " + uplinks.size() + " uplinks", "No link on " + names + ".");
    }

    Condition vmk(Vmk vmk) {
        if (down) {
            return withHost();
        }
        Team team = host.teams().get(vmk.portGroup());
        if (team == null) {
            return Condition.FINE;
        }
        Condition behind = team(team);
        return switch (behind.state()) {
            case OK -> Condition.FINE;
            case DEGRADED -> Condition.degraded("fewer uplinks", "Its port group has " + behind.word() + ".");
            case LOST, FAILED -> Condition.lost("unreachable", "Its port group has no uplink left.");
        };
    }

    /** The way to the management of the host, over all its interfaces. */
    Condition management(Collection<Vmk> ways) {
        if (down) {
            return withHost();
        }
        Condition whole = harm.host(host);
        if (whole.state() == State.DEGRADED) {
            return new Condition(State.LOST, "cut off", whole.because());
        }
        return ways.stream().anyMatch(way -> vmk(way).state() == State.OK)
                ? Condition.FINE
                : Condition.degraded("fewer uplinks", "Its interfaces have fewer uplinks than before.");
    }

    Condition path(Path path) {
        if (down) {
            return withHost();
        }
        if (!path.works()) {
            return Condition.lost("dead already", "It did not work before.");
        }
        return harm.lost(host, path) ? Condition.lost("lost", why(path)) : Condition.FINE;
    }

    private String why(Path path) {
        if (harm.hit(new DeviceNamed(path.device()))) {
            return "Its device is gone for good.";
        }
        return switch (path.carrier()) {
            case Path.Carrier.Iscsi iscsi ->
                Optional.ofNullable(host.vmks().get(iscsi.vmk()))
                                .filter(v -> vmk(v).gone())
                                .isPresent()
                        ? "Its interface " + iscsi.vmk() + " has no uplink left."
                        : "Nothing answers it at " + iscsi.portal() + ".";
            case Path.Carrier.Local local -> "Its disk failed.";
            case Path.Carrier.Other other -> "It leads nowhere any more.";
        };
    }
}
