package io.twinpath.rig;

import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Component.DomainNamed;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Component.SwitchPort;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import java.util.Map;
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
    private final Map<String, MachineEffect> machines;
    private final boolean everywhere;
    private final SortedSet<Assumption> found = new TreeSet<>();

    private Reliance(Site site, Aftermath aftermath, Map<String, MachineEffect> machines) {
        this.site = site;
        this.aftermath = aftermath;
        this.machines = machines;
        this.everywhere = aftermath.outage().failed().stream()
                .anyMatch(c -> c instanceof SwitchNamed || c instanceof SwitchPort || c instanceof DomainNamed);
    }

    static SortedSet<Assumption> of(Site site, Aftermath aftermath, Map<String, MachineEffect> machines) {
        Reliance reliance = new Reliance(site, aftermath, machines);
        reliance.hosts();
        machines.values().forEach(reliance::machine);
        reliance.given();
        return reliance.found;
    }

    private void hosts() {
        for (String host : aftermath.touched()) {
            boolean up = aftermath.standings().of(host).up();
            found.addAll(Untold.of(site.circuit(host), aftermath.outage(), up));
        }
        if (everywhere) {
            site.untold().forEach((host, untold) -> {
                if (!aftermath.touched().contains(host)) {
                    found.addAll(untold);
                }
            });
        }
    }

    private void machine(MachineEffect effect) {
        effect.to().ifPresent(to -> {
            Host host = site.circuit(to).host();
            Untold.unread(host, found);
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
    private void given() {
        for (Assumption given : site.rig().assumptions()) {
            String subject = given.subject();
            int slash = subject.indexOf('/');
            if (isAbout(slash < 0 ? subject : subject.substring(0, slash))) {
                found.add(given);
            }
        }
    }

    private boolean isAbout(String name) {
        return machines.containsKey(name) || aftermath.touched().contains(name) || (everywhere && site.has(name));
    }

    private void add(String subject, String text) {
        found.add(new Assumption(subject, text));
    }
}
