package io.twinpath.rig;

import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Component.DomainNamed;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Component.SwitchPort;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an answer rests on that nobody told. Only what can have made a difference: wires of hosts that the failure touches, and of
 * all hosts when a physical switch fails, for an unwired port may be plugged into it; capacities and storage of hosts that
 * machines are started on; hosts that could not be read.
 */
final class Reliance {

    private final Site site;
    private final Aftermath aftermath;
    private final SortedSet<Assumption> found = new TreeSet<>();

    private Reliance(Site site, Aftermath aftermath) {
        this.site = site;
        this.aftermath = aftermath;
    }

    static SortedSet<Assumption> of(Site site, Aftermath aftermath, Collection<MachineEffect> machines) {
        Reliance reliance = new Reliance(site, aftermath);
        SortedSet<String> hosts = new TreeSet<>(aftermath.touched());
        if (aftermath.outage().failed().stream()
                .anyMatch(c -> c instanceof SwitchNamed || c instanceof SwitchPort || c instanceof DomainNamed)) {
            hosts.addAll(site.rig().hosts().keySet());
        }
        hosts.forEach(host -> reliance.wires(site.circuit(host)));
        machines.forEach(reliance::machine);
        reliance.given(hosts, machines);
        return reliance.found;
    }

    private void wires(Circuit circuit) {
        String name = circuit.host().name();
        unread(circuit.host());
        if (!aftermath.standings().of(name).up()) {
            return;
        }
        SortedSet<Plug> carrying = new TreeSet<>(java.util.Comparator.comparing(Plug::part));
        for (Session session : circuit.sessions()) {
            session.uplinks().ifPresent(uplinks -> carrying.addAll(uplinks.inUse(aftermath.outage())));
            door(session);
            vmk(name, session);
        }
        circuit.management()
                .forEach(way -> way.uplinks().ifPresent(uplinks -> carrying.addAll(uplinks.inUse(aftermath.outage()))));
        carrying.stream().filter(plug -> plug.enters().isEmpty()).forEach(plug -> unwired(name, plug));
        if (circuit.management().isEmpty()) {
            add(name, "Nobody told which interface of " + name + " carries management: it counts as within reach.");
        }
        circuit.volumes().forEach(volume -> routed(name, volume));
        for (int i = 0; i < circuit.volumes().size(); i++) {
            if (circuit.volumes().get(i) instanceof Volume.Somewhere) {
                String datastore = circuit.datastores().get(i);
                add(
                        datastore,
                        "Nobody told what datastore " + datastore + " lies on: every host that has it counts as"
                                + " reaching it.");
            }
        }
    }

    private void unwired(String host, Plug plug) {
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

    private void vmk(String host, Session session) {
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

    private void routed(String host, Volume volume) {
        if (volume instanceof Volume.OnServers servers) {
            for (Volume.Server server : servers.servers()) {
                if (server.routes().isPresent()) {
                    add(
                            host + "/" + server.address(),
                            host + " has no interface in the network of the NFS server " + server.address()
                                    + ": it counts as reached over the management network.");
                }
            }
        }
    }

    private void unread(Host host) {
        if (host.condition() == Host.Condition.UNREAD) {
            add(host.name(), host.name() + " could not be read: it counts as running, with whatever was told of it.");
        }
    }

    private void machine(MachineEffect effect) {
        effect.to().ifPresent(to -> {
            Host host = site.circuit(to).host();
            unread(host);
            if (host.capacity().memoryMb().isEmpty() || host.capacity().cpuMhz().isEmpty()) {
                add(to, "Nobody told the capacity of " + to + ": every reservation counts as fitting there.");
            }
        });
        Machine machine = site.rig().machines().get(effect.machine());
        if (machine != null && machine.host().isEmpty()) {
            add(
                    effect.machine(),
                    "Nobody told which host " + effect.machine()
                            + " runs on: it may be any of its cluster, and the worst answer counts.");
        }
        if (machine != null && machine.power() == Machine.Power.UNREAD) {
            add(effect.machine(), "Nobody told whether " + effect.machine() + " runs: it counts as running.");
        }
    }

    /** What was taken for granted when the rig was built, of the hosts and machines that this answer is about. */
    private void given(SortedSet<String> hosts, Collection<MachineEffect> machines) {
        SortedSet<String> subjects = new TreeSet<>(hosts);
        machines.forEach(effect -> subjects.add(effect.machine()));
        for (Assumption given : site.rig().assumptions()) {
            String subject = given.subject();
            int slash = subject.indexOf('/');
            if (subjects.contains(slash < 0 ? subject : subject.substring(0, slash))) {
                found.add(given);
            }
        }
    }

    private void add(String subject, String text) {
        found.add(new Assumption(subject, text));
    }
}
