package io.twinpath.rig;

import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Host;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What nobody told of the wires and the storage of one host, as far as it counts while some parts have failed. It depends on the same parts as
 * the standing of the host, so that it is as before on every host that a failure does not touch.
 */
final class Untold {

    private final Circuit circuit;
    private final String host;
    private final SortedSet<Assumption> found = new TreeSet<>();

    private Untold(Circuit circuit) {
        this.circuit = circuit;
        this.host = circuit.host().name();
    }

    /** @param up whether the host runs; of one that does not no wire counts */
    static SortedSet<Assumption> of(Circuit circuit, Outage outage, boolean up) {
        Untold untold = new Untold(circuit);
        unread(circuit.host(), untold.found);
        if (up) {
            untold.wires(outage);
            untold.storage();
        }
        return untold.found.isEmpty() ? Collections.emptySortedSet() : untold.found;
    }

    static void unread(Host host, SortedSet<Assumption> out) {
        if (host.condition() == Host.Condition.UNREAD) {
            out.add(new Assumption(
                    host.name(),
                    host.name() + " could not be read: it counts as running, with whatever was told of it."));
        }
    }

    private void wires(Outage outage) {
        SortedSet<Plug> carrying = new TreeSet<>(Comparator.comparing(Plug::part));
        for (Session session : circuit.sessions()) {
            session.uplinks().ifPresent(uplinks -> unwired(uplinks, outage, carrying));
            door(session);
            vmk(session);
        }
        circuit.management().forEach(way -> way.uplinks().ifPresent(uplinks -> unwired(uplinks, outage, carrying)));
        carrying.forEach(this::unwired);
        if (circuit.management().isEmpty()) {
            add(host, "Nobody told which interface of " + host + " carries management: it counts as within reach.");
        }
    }

    private static void unwired(Uplinks uplinks, Outage outage, SortedSet<Plug> out) {
        for (Plug plug : uplinks.inUse(outage)) {
            if (plug.enters().isEmpty()) {
                out.add(plug);
            }
        }
    }

    private void unwired(Plug plug) {
        String port = plug.part().port();
        add(
                host + "/" + port,
                plug.known()
                        ? "Nobody told where " + port + " of " + host
                                + " is plugged in: while its card lives it counts as having link, and as reaching everything."
                        : "Nobody told of a port " + port + " of " + host
                                + ", which a port group uses: it counts as having link, and as reaching everything.");
    }

    private void door(Session session) {
        String ip = session.door().part().ip();
        if (session.door().arrays().isEmpty()) {
            add(ip, "Nobody told which array answers at " + ip + ": it counts as alive unless it is named itself.");
        } else if (session.door().behind().isEmpty()) {
            add(
                    ip,
                    "Nobody told where portal " + ip + " is plugged in: it counts as behind every switch that a host"
                            + " reaches it over.");
        }
    }

    private void vmk(Session session) {
        String subject = host + "/" + session.from();
        if (session.vmk().isEmpty() || session.uplinks().isEmpty()) {
            add(
                    subject,
                    "Nobody told over which uplinks " + session.from() + " of " + host
                            + " leads: its paths count as whole while the array answers.");
        } else if (session.vmk().orElseThrow().ip().isEmpty()) {
            add(
                    subject,
                    "Nobody told the address of " + session.from() + " of " + host
                            + ": all portals count as in its network.");
        }
    }

    private void storage() {
        for (int i = 0; i < circuit.volumes().size(); i++) {
            switch (circuit.volumes().get(i)) {
                case Volume.OnUnits units -> {}
                case Volume.OnServers servers -> servers.servers().forEach(this::routed);
                case Volume.Somewhere somewhere ->
                    somewhere(circuit.datastores().get(i));
            }
        }
    }

    private void routed(Volume.Server server) {
        if (server.routes().isPresent()) {
            add(
                    host + "/" + server.address(),
                    host + " has no interface in the network of the NFS server " + server.address()
                            + ": it counts as reached over the management network.");
        }
    }

    private void somewhere(String datastore) {
        add(
                datastore,
                "Nobody told what datastore " + datastore + " lies on: every host that has it counts as"
                        + " reaching it.");
    }

    private void add(String subject, String text) {
        found.add(new Assumption(subject, text));
    }
}
