package io.twinpath.rig;

import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.ArrayNamed;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A datastore as one host sees it. */
sealed interface Volume {

    /** What a host makes of a datastore. */
    enum State {
        FINE,
        APD,
        PDL
    }

    State state(Outage outage, Circuit.Probe probe);

    /** A VMFS volume: it needs all of its devices. */
    record OnUnits(List<Unit> units) implements Volume {

        @Override
        public State state(Outage outage, Circuit.Probe probe) {
            State worst = State.FINE;
            for (Unit unit : units) {
                State state = unit.state(outage, probe);
                worst = state.compareTo(worst) > 0 ? state : worst;
            }
            return worst;
        }
    }

    /** An NFS volume: one server that is reached is enough. */
    record OnServers(List<Server> servers) implements Volume {

        @Override
        public State state(Outage outage, Circuit.Probe probe) {
            for (Server server : servers) {
                if (server.reached(outage, probe)) {
                    return State.FINE;
                }
            }
            return State.APD;
        }
    }

    /** Nobody knows what it lies on; it counts as within reach. */
    record Somewhere() implements Volume {

        @Override
        public State state(Outage outage, Circuit.Probe probe) {
            return State.FINE;
        }
    }

    /**
     * A device with its paths, by their numbers.
     *
     * @param unread whether the host could not be read, so that a missing path says nothing
     */
    record Unit(String device, List<Integer> paths, List<Line> lines, boolean unread) {

        State state(Outage outage, Circuit.Probe probe) {
            if (paths.isEmpty()) {
                return unread ? State.FINE : State.APD;
            }
            boolean answers = false;
            for (int path : paths) {
                if (probe.lit().get(path)) {
                    return State.FINE;
                }
                answers = answers
                        || (lines.get(path).gone(outage) && probe.leading().get(path));
            }
            return answers ? State.PDL : State.APD;
        }
    }

    /**
     * A server of NFS volumes at one of its addresses.
     *
     * @param sessions numbers of those over interfaces in its network
     * @param routes the interfaces that a default route may lead over, when no interface is in its network; a list without any
     *     when nobody knows of one
     * @param named the array that the server is, when a volume calls it by that name
     */
    record Server(
            String address,
            Door door,
            List<Integer> sessions,
            Optional<List<Management>> routes,
            Optional<ArrayNamed> named) {

        boolean reached(Outage outage, Circuit.Probe probe) {
            if (named.isPresent()
                    && outage.down(named.orElseThrow(), named.orElseThrow().name())) {
                return false;
            }
            if (routes.isEmpty()) {
                return sessions.stream().anyMatch(probe.reached()::get);
            }
            List<Management> ways = routes.orElseThrow();
            return door.lives(outage) && (ways.isEmpty() || ways.stream().anyMatch(way -> way.open(outage, probe)));
        }
    }

    /** The bits of numbers. */
    static BitSet bits(Iterable<Integer> numbers) {
        BitSet bits = new BitSet();
        numbers.forEach(bits::set);
        return bits;
    }

    /** Parts that only a datastore names. */
    static void parts(Volume volume, Domains domains, java.util.function.Consumer<Component> out) {
        if (volume instanceof OnServers servers) {
            for (Server server : servers.servers()) {
                server.door().parts(domains, out);
                server.named().ifPresent(array -> {
                    out.accept(array);
                    domains.of(array.name()).forEach(out);
                });
            }
        }
    }
}
