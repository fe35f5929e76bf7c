package io.twinpath.rig;

import io.twinpath.rig.MachineEffect.Moment;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens when, in seconds after the failure, with HA's times as installed.
 *
 * <p>A host that sends no heartbeats for 15 s and answers no ping has failed (VMware, "Failure Detection and Host Network
 * Isolation"). An isolated host knows it after 30 s (VMware vSphere blog, November 2011; Broadcom KB 322784) and acts 30 s later
 * (vSphere API, {@code ClusterDasVmSettingsIsolationResponse}). All paths down is declared at once, times out after
 * {@code Misc.APDTimeout}, and HA acts after its own delay, 180 s as installed; permanent device loss it acts on at once.
 */
final class Timeline {

    private static final int DEAD = 15;
    private static final int ISOLATED = 30;
    private static final int ISOLATION_RESPONSE = 60;

    private Timeline() {}

    static List<Moment> of(Site site, Pool pool, Machine machine, Fate fate) {
        List<Moment> moments = new ArrayList<>();
        switch (fate.trouble()) {
            case HOST_DOWN -> {
                moments.add(new Moment(0, fate.on() + " stops, and " + machine.name() + " with it."));
                if (pool.watchesHosts()) {
                    moments.add(new Moment(DEAD, "HA takes " + fate.on() + " for failed."));
                }
                end(moments, DEAD, machine, fate);
            }
            case ISOLATED -> {
                moments.add(new Moment(0, fate.on() + " loses its management network."));
                moments.add(new Moment(ISOLATED, fate.on() + " finds itself isolated."));
                moments.add(new Moment(ISOLATION_RESPONSE, fate.on() + " stops " + machine.name() + "."));
                end(moments, ISOLATION_RESPONSE, machine, fate);
            }
            case PRESUMED_DEAD -> {
                moments.add(new Moment(0, fate.on() + " loses its management network and its heartbeat datastores."));
                moments.add(new Moment(DEAD, "The other hosts take " + fate.on() + " for failed."));
                end(moments, DEAD, machine, fate);
            }
            case PDL -> {
                moments.add(new Moment(0, "The array says that a device of " + machine.name() + " is gone for good."));
                end(moments, 0, machine, fate);
            }
            case APD -> apd(moments, site, pool, machine, fate);
        }
        return moments;
    }

    private static void apd(List<Moment> moments, Site site, Pool pool, Machine machine, Fate fate) {
        moments.add(
                new Moment(0, fate.on() + " has lost all paths to storage of " + machine.name() + ": all paths down."));
        Host.Apd apd = site.circuit(fate.on()).host().apd();
        if (!apd.handled()) {
            return;
        }
        moments.add(
                new Moment(apd.timeout(), "The time-out of " + fate.on() + " passes: input and output fail at once."));
        end(moments, apd.timeout() + pool.apdDelay(machine), machine, fate);
    }

    private static void end(List<Moment> moments, int seconds, Machine machine, Fate fate) {
        if (fate.verdict() == Verdict.RESTARTED) {
            moments.add(new Moment(
                    seconds, "HA starts " + machine.name() + " on " + fate.to().orElse("") + "."));
            if (!machine.restartsAlone()) {
                moments.add(new Moment(seconds, machine.name() + " waits for a person to bring its guest up."));
            }
        } else if (fate.verdict() == Verdict.DOWN && fate.trouble() != Fate.Trouble.HOST_DOWN) {
            moments.add(new Moment(seconds, machine.name() + " is off, and no host can start it."));
        } else if (fate.verdict() == Verdict.STALLED && !fate.refusals().isEmpty()) {
            moments.add(
                    new Moment(seconds, "HA finds no host that can take " + machine.name() + ", and leaves it there."));
        }
    }
}
