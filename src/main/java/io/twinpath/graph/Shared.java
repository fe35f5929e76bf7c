package io.twinpath.graph;

import io.twinpath.rig.Effects.DeviceState;
import io.twinpath.rig.MachineEffect;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Component.ArrayNamed;
import io.twinpath.rig.part.Component.ControllerOf;
import io.twinpath.rig.part.Component.DeviceNamed;
import io.twinpath.rig.part.Component.LocalDisk;
import io.twinpath.rig.part.Component.PortalAt;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Portal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** How everything is that hosts share: arrays and what lies on them, and the machines. */
final class Shared {

    private static final int NAMED = 3;

    private final Harm harm;

    Shared(Harm harm) {
        this.harm = harm;
    }

    Condition array(Array array) {
        if (harm.hit(new ArrayNamed(array.name()))) {
            return Condition.failed();
        }
        Optional<String> domain = harm.domain(array.name());
        if (domain.isPresent()) {
            return Condition.lost("down", "It hangs on " + domain.orElseThrow() + ".");
        }
        List<String> gone = array.portals().values().stream()
                .filter(p -> portal(array, p).gone())
                .map(Portal::ip)
                .toList();
        if (gone.isEmpty()) {
            return Condition.FINE;
        }
        int left = array.portals().size() - gone.size();
        return left == 0
                ? Condition.lost("no portal", "None of its portals answers.")
                : Condition.degraded(
                        left + " of " + array.portals().size() + " portals",
                        "No answer from " + String.join(", ", gone) + ".");
    }

    Condition portal(Array array, Portal portal) {
        if (harm.hit(new PortalAt(portal.ip()))) {
            return Condition.failed();
        }
        if (harm.hit(new ArrayNamed(array.name())) || harm.domain(array.name()).isPresent()) {
            return Condition.lost("no answer", "Its array is down.");
        }
        Optional<String> controller = portal.controller().filter(c -> harm.hit(new ControllerOf(array.name(), c)));
        if (controller.isPresent()) {
            return Condition.lost("no answer", "Its controller " + controller.orElseThrow() + " failed.");
        }
        return portal.socket()
                .flatMap(harm::dead)
                .map(why -> Condition.lost("no link", why))
                .orElse(Condition.FINE);
    }

    /** @param seen by these hosts, all that have a path to it */
    Condition device(String device, Collection<Host> seen) {
        if (harm.hit(new DeviceNamed(device))
                || seen.stream().anyMatch(h -> harm.hit(new LocalDisk(h.name(), device)))) {
            return Condition.failed();
        }
        SortedSet<String> without = new TreeSet<>(Names.NATURAL);
        SortedSet<String> fewer = new TreeSet<>(Names.NATURAL);
        harm.devices(device)
                .forEach(effect -> (effect.state() == DeviceState.DEGRADED ? fewer : without).add(effect.host()));
        if (without.isEmpty() && !fewer.isEmpty()) {
            return Condition.degraded("fewer paths", "Fewer paths from " + some(fewer) + ".");
        }
        return of(seen, without, "no path", "No path from ");
    }

    /** @param mounted by these hosts */
    Condition datastore(String datastore, Collection<Host> mounted) {
        SortedSet<String> without = new TreeSet<>(Names.NATURAL);
        List<String> chain = new ArrayList<>();
        harm.datastores(datastore).forEach(effect -> {
            without.add(effect.host());
            if (chain.isEmpty()) {
                chain.addAll(effect.because());
            }
        });
        Condition lost = of(mounted, without, "unreachable", "Out of reach of ");
        if (chain.isEmpty()) {
            return lost;
        }
        List<String> because = new ArrayList<>(lost.because());
        because.add(String.join(" > ", chain));
        return new Condition(lost.state(), lost.word(), because);
    }

    /** Of running hosts: lost when all do without it, degraded when some do. */
    private Condition of(Collection<Host> users, SortedSet<String> without, String word, String sentence) {
        List<Host> up = users.stream().filter(h -> !harm.down(h)).toList();
        if (up.isEmpty() && !users.isEmpty()) {
            return Condition.lost("no host", "No host that has it runs.");
        }
        if (without.isEmpty()) {
            return Condition.FINE;
        }
        return without.size() >= up.size()
                ? Condition.lost(word, sentence + some(without) + ".")
                : Condition.degraded("lost on " + without.size() + " of " + up.size(), sentence + some(without) + ".");
    }

    private static String some(Collection<String> names) {
        String first = String.join(", ", names.stream().limit(NAMED).toList());
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }

    Condition machine(Machine machine) {
        return harm.machine(machine.name())
                .map(Shared::machine)
                .orElseGet(() -> machine.runs()
                        ? Condition.FINE
                        : new Condition(
                                State.OK, machine.power() == Machine.Power.OFF ? "off" : "suspended", List.of()));
    }

    private static Condition machine(MachineEffect effect) {
        List<String> because = new ArrayList<>(List.of(String.join(" > ", effect.because())));
        because.addAll(effect.obstacles());
        effect.timeline().forEach(moment -> because.add("After " + moment.seconds() + " s: " + moment.what()));
        return switch (effect.verdict()) {
            case DEGRADED -> new Condition(State.DEGRADED, "degraded", because);
            case RESTARTED ->
                new Condition(
                        State.DEGRADED,
                        "restarted" + (effect.waitsForPerson() ? ", waits for a person" : ""),
                        with(effect.to().map(to -> "HA starts it on " + to + "."), because));
            case STALLED -> new Condition(State.LOST, "stalled", because);
            case DOWN -> new Condition(State.LOST, "down", because);
        };
    }

    private static List<String> with(Optional<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first.stream().toList());
        all.addAll(rest);
        return all;
    }
}
