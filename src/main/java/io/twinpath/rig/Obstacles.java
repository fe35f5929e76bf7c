package io.twinpath.rig;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What keeps HA from helping a machine, in sentences. */
final class Obstacles {

    private Obstacles() {}

    /** @param said sentences that were made for other machines of the same question; grows */
    static List<String> of(Site site, Pool pool, Standings now, Machine machine, Fate fate, Map<Refusal, String> said) {
        List<String> why = switch (fate.trouble()) {
            case HOST_DOWN, ISOLATED, PRESUMED_DEAD -> watch(pool, machine);
            case PDL -> pdl(pool, machine);
            case APD -> apd(site, pool, now, machine, fate);
        };
        List<String> all = Stream.concat(
                        why.stream(),
                        fate.refusals().stream().map(refusal -> said.computeIfAbsent(refusal, Obstacles::sentence)))
                .toList();
        return all.isEmpty() ? List.of(pool.name() + " has no other host.") : all;
    }

    private static List<String> watch(Pool pool, Machine machine) {
        List<String> why = new ArrayList<>(general(pool, machine));
        if (pool.ha().enabled() && !pool.ha().hostMonitoring()) {
            why.add("HA of " + pool.name() + " does not watch for the failure of hosts: host monitoring is off.");
        }
        return why;
    }

    private static List<String> general(Pool pool, Machine machine) {
        if (machine.cluster().isEmpty()) {
            return List.of(machine.name() + " belongs to no cluster, so no other host takes over.");
        }
        if (!pool.ha().enabled()) {
            return List.of("HA is off in " + pool.name() + ".");
        }
        return pool.priority(machine) == RestartPriority.DISABLED
                ? List.of("HA leaves " + machine.name() + " alone: its restart priority is disabled.")
                : List.of();
    }

    private static List<String> components(Pool pool, Machine machine) {
        List<String> why = new ArrayList<>(watch(pool, machine));
        if (pool.ha().enabled() && !pool.ha().components()) {
            why.add("HA of " + pool.name() + " does not act on lost storage: VM component protection is off.");
        }
        return why;
    }

    private static List<String> pdl(Pool pool, Machine machine) {
        List<String> why = new ArrayList<>(components(pool, machine));
        if (why.isEmpty() && pool.pdl(machine) != PdlResponse.RESTART) {
            why.add("HA is told not to restart " + machine.name() + " when a device is gone for good: the response is "
                    + pool.pdl(machine).word() + ".");
        }
        return why;
    }

    private static List<String> apd(Site site, Pool pool, Standings now, Machine machine, Fate fate) {
        List<String> why = new ArrayList<>(components(pool, machine));
        ApdResponse response = pool.apd(machine);
        if (why.isEmpty() && (response == ApdResponse.DISABLED || response == ApdResponse.WARNING)) {
            why.add("HA is told not to restart " + machine.name() + " when all paths are down: the response is "
                    + response.word() + ".");
        }
        if (!site.circuit(fate.on()).host().apd().handled()) {
            why.add(fate.on() + " does not tell HA about lost paths: Misc.APDHandlingEnable is 0.");
        }
        if (response == ApdResponse.RESTART_CONSERVATIVE && now.of(fate.on()).cutOff()) {
            why.add(fate.on() + " is cut off and does not know of a host that could take " + machine.name() + ": with "
                    + response.word() + " it keeps it.");
        }
        return why;
    }

    private static String sentence(Refusal refusal) {
        String host = refusal.host();
        String what = refusal.what();
        return switch (refusal.why()) {
            case OWN -> host + " is the host that it has to leave.";
            case DOWN -> host + " cannot take it: it does not run.";
            case CUT_OFF -> host + " cannot take it: it is cut off itself.";
            case MAINTENANCE -> host + " cannot take it: it is in maintenance mode.";
            case NOT_MOUNTED -> host + " cannot take it: it does not have the datastore " + what + ".";
            case NOT_REACHED -> host + " cannot take it: it does not reach the datastore " + what + " either.";
            case NETWORK -> host + " cannot take it: it has no port group " + what + ".";
            case TIE -> host + " cannot take it. " + what;
            case CPU -> host + " cannot take it: only " + what + " MHz of it are not reserved.";
            case MEMORY -> host + " cannot take it: only " + what + " MiB of its memory are not reserved.";
            case RULE -> host + " cannot take it: the rule " + what + " forbids it.";
        };
    }
}
