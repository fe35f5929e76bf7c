package io.twinpath.rig;

import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Tells what becomes of one machine, and why. Machines of one host that lie on one datastore share the chain from there on. */
final class MachineTelling {

    /** Something of a machine, and where it lies. */
    private record Need(String label, String datastore) {}

    private record Mount(String host, String datastore) {}

    private final Site site;
    private final Aftermath aftermath;
    private final Causes causes;
    private final Map<Mount, List<String>> thinner = new HashMap<>();
    private final Map<Mount, List<String>> lost = new HashMap<>();
    private final Map<Refusal, String> said = new HashMap<>();

    MachineTelling(Site site, Aftermath aftermath, Causes causes) {
        this.site = site;
        this.aftermath = aftermath;
        this.causes = causes;
    }

    /** Of a machine that HA has to do with. */
    MachineEffect tell(Pool pool, Machine machine, Fate fate) {
        List<String> chain = switch (fate.trouble()) {
            case HOST_DOWN -> causes.on(fate.on()).host();
            case ISOLATED -> join(List.of(fate.on()), causes.on(fate.on()).management());
            case PRESUMED_DEAD -> storage(machine, fate.on(), Core::lost);
            case PDL -> storage(machine, fate.on(), (core, number) -> core.pdl().get(number));
            case APD -> storage(machine, fate.on(), (core, number) -> core.apd().get(number));
        };
        boolean rebooted = fate.verdict() == Verdict.RESTARTED || fate.verdict() == Verdict.DOWN;
        return new MachineEffect(
                machine.name(),
                fate.verdict(),
                fate.to(),
                rebooted && !machine.restartsAlone(),
                headed(machine, fate.on(), chain),
                fate.lost() ? Obstacles.of(site, pool, aftermath.standings(), machine, fate, said) : List.of(),
                Timeline.of(site, pool, machine, fate));
    }

    private static List<String> headed(Machine machine, String on, List<String> chain) {
        List<String> whole = new ArrayList<>();
        if (machine.host().isEmpty()) {
            whole.add("if it runs on " + on);
        }
        whole.add(machine.name());
        whole.addAll(chain);
        return whole;
    }

    /** From the first of its datastores that is in this trouble. */
    private List<String> storage(Machine machine, String on, BiPredicate<Core, Integer> troubled) {
        Circuit circuit = site.circuit(on);
        Core core = aftermath.standings().of(on);
        for (Need need : named(machine)) {
            if (circuit.number(need.datastore())
                    .filter(number -> troubled.test(core, number))
                    .isPresent()) {
                List<String> chain = lost.computeIfAbsent(
                        new Mount(on, need.datastore()), mount -> causes.on(on).datastore(mount.datastore()));
                return join(List.of(need.label()), chain);
            }
        }
        return List.of();
    }

    private static List<Need> named(Machine machine) {
        List<Need> needs = new ArrayList<>();
        machine.disks().forEach((label, datastore) -> needs.add(new Need(label, datastore)));
        machine.home().ifPresent(home -> needs.add(new Need("configuration and swap", home)));
        return needs;
    }

    /** Of a machine that runs on with less than before; empty when it has all that it had. */
    Optional<MachineEffect> degraded(Machine machine, String on, Standing from, Standing to) {
        if (!to.core().up()) {
            return Optional.empty();
        }
        return paths(machine, on, from, to)
                .or(() -> network(site.circuit(on), causes.on(on), machine, from, to))
                .map(chain -> new MachineEffect(
                        machine.name(),
                        Verdict.DEGRADED,
                        Optional.empty(),
                        false,
                        headed(machine, on, chain),
                        List.of(),
                        List.of()));
    }

    private Optional<List<String>> paths(Machine machine, String on, Standing from, Standing to) {
        if (from.lit().equals(to.lit())) {
            return Optional.empty();
        }
        for (Need need : named(machine)) {
            List<String> chain =
                    thinner.computeIfAbsent(new Mount(on, need.datastore()), mount -> paths(mount, from, to));
            if (!chain.isEmpty()) {
                return Optional.of(join(List.of(need.label()), chain));
            }
        }
        return Optional.empty();
    }

    /** From a datastore that a host sees over fewer paths; empty when it has all that it had. */
    private List<String> paths(Mount mount, Standing from, Standing to) {
        Circuit circuit = site.circuit(mount.host());
        Optional<Integer> number = circuit.number(mount.datastore());
        if (number.isPresent() && circuit.volumes().get(number.orElseThrow()) instanceof Volume.OnUnits on) {
            for (Volume.Unit unit : on.units()) {
                List<Line> gone = unit.paths().stream()
                        .filter(path -> from.lit().get(path) && !to.lit().get(path))
                        .map(circuit.lines()::get)
                        .toList();
                if (!gone.isEmpty()) {
                    String how = gone.size() + " of " + unit.paths().size() + " paths: ";
                    return join(
                            List.of(mount.datastore(), unit.device()),
                            causes.on(mount.host()).paths(gone, how));
                }
            }
        }
        return List.of();
    }

    private static List<String> join(List<String> head, List<String> tail) {
        List<String> whole = new ArrayList<>(head.size() + tail.size());
        whole.addAll(head);
        whole.addAll(tail);
        return whole;
    }

    private static Optional<List<String>> network(
            Circuit circuit, Reasons reasons, Machine machine, Standing from, Standing to) {
        for (String network : machine.networks()) {
            Uplinks uplinks = circuit.teams().get(network);
            if (uplinks != null
                    && to.dark().get(uplinks.number())
                    && !from.dark().get(uplinks.number())) {
                return Optional.of(reasons.network(network));
            }
        }
        return Optional.empty();
    }
}
