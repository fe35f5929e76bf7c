package io.twinpath.rig;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.rig.Fate.Trouble;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Machine;
import java.util.Optional;

/**
 * What befalls one machine, before anybody looks for another host.
 *
 * @param restart whether HA would start it elsewhere
 * @param otherwise what becomes of it when it is not started elsewhere
 *
 * <p>Sources, all of VMware or Broadcom: vSphere Availability, "Determining Responses to Host Issues" (a machine whose restart
 * priority is disabled gets no isolation response either), "VM Component Protection" (which restarts nothing then, nor without
 * host monitoring) and "Datastore Heartbeating"; vSphere API,
 * {@code ClusterDasVmSettingsRestartPriority}, {@code ClusterDasVmSettingsIsolationResponse} and {@code
 * ClusterVmComponentProtectionSettingsStorageVmReaction} (conservative and aggressive; no reaction is the default).
 */
record Plight(Machine machine, String on, Trouble trouble, boolean restart, Verdict otherwise) {

    /** Empty when it runs on. */
    static Optional<Plight> of(Site site, Pool pool, Standings now, Machine machine, String on) {
        Core core = now.of(on);
        if (core.sound()) {
            return Optional.empty();
        }
        if (!core.up()) {
            boolean restart = pool.watchesHosts() && pool.minds(machine);
            return Optional.of(new Plight(machine, on, Trouble.HOST_DOWN, restart, Verdict.DOWN));
        }
        boolean isolated = core.cutOff() && pool.watchesHosts() && othersAreThere(pool, now, on);
        boolean beats = isolated && beats(site, pool, core, on);
        if (beats && pool.minds(machine) && pool.isolation(machine) != IsolationResponse.NONE) {
            return Optional.of(new Plight(machine, on, Trouble.ISOLATED, true, Verdict.DOWN));
        }
        return storage(site, pool, core, machine, on, isolated && !beats && pool.minds(machine));
    }

    private static boolean othersAreThere(Pool pool, Standings now, String on) {
        return pool.hosts().stream()
                .anyMatch(host -> !host.equals(on) && now.of(host).connected());
    }

    private static boolean beats(Site site, Pool pool, Core core, String on) {
        Circuit circuit = site.circuit(on);
        for (String datastore : circuit.host().datastores()) {
            if (pool.heartbeats().contains(datastore) && circuit.offers(datastore, core)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Plight> storage(
            Site site, Pool pool, Core core, Machine machine, String on, boolean presumedDead) {
        boolean apd = false;
        boolean pdl = false;
        for (String datastore : site.datastores(machine)) {
            Optional<Integer> number = site.circuit(on).number(datastore);
            apd = apd || number.filter(core.apd()::get).isPresent();
            pdl = pdl || number.filter(core.pdl()::get).isPresent();
        }
        if (!apd && !pdl) {
            return Optional.empty();
        }
        boolean acts = pool.ha().components() && pool.watchesHosts() && pool.minds(machine);
        boolean onPdl = acts && pdl && pool.pdl(machine) == PdlResponse.RESTART;
        boolean onApd = acts && apd && site.circuit(on).host().apd().handled() && onApd(pool.apd(machine), core);
        boolean blind = onApd && core.cutOff();
        return Optional.of(new Plight(
                machine,
                on,
                presumedDead ? Trouble.PRESUMED_DEAD : onPdl || !apd || (pdl && !onApd) ? Trouble.PDL : Trouble.APD,
                presumedDead || onPdl || onApd,
                onPdl || blind ? Verdict.DOWN : Verdict.STALLED));
    }

    /** The cautious response needs to know of a host that can take the machine; who is cut off knows of none. */
    private static boolean onApd(ApdResponse response, Core core) {
        return switch (response) {
            case DISABLED, WARNING -> false;
            case RESTART_CONSERVATIVE -> !core.cutOff();
            case RESTART_AGGRESSIVE -> true;
        };
    }
}
