package io.twinpath.rig;

import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what becomes of one machine, and why. */
final class MachineTelling {

    private final Site site;
    private final Aftermath aftermath;

    MachineTelling(Site site, Aftermath aftermath) {
        this.site = site;
        this.aftermath = aftermath;
    }

    /** Of a machine that HA has to do with. */
    MachineEffect tell(Pool pool, Machine machine, Fate fate) {
        Reasons reasons = new Reasons(site.circuit(fate.on()), aftermath.outage());
        List<String> chain = switch (fate.trouble()) {
            case HOST_DOWN -> reasons.host();
            case ISOLATED ->
                Stream.concat(Stream.of(fate.on()), reasons.management().stream())
                        .toList();
            case PRESUMED_DEAD, PDL, APD -> storage(reasons, machine, fate.on());
        };
        boolean rebooted = fate.verdict() == Verdict.RESTARTED || fate.verdict() == Verdict.DOWN;
        return new MachineEffect(
                machine.name(),
                fate.verdict(),
                fate.to(),
                rebooted && !machine.restartsAlone(),
                headed(machine, fate.on(), chain),
                fate.lost() ? Obstacles.of(site, pool, aftermath.standings(), machine, fate) : List.of(),
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

    private List<String> storage(Reasons reasons, Machine machine, String on) {
        Circuit circuit = site.circuit(on);
        return named(machine)
                .filter(need -> circuit.number(need.datastore())
                        .filter(aftermath.standings().of(on)::lost)
                        .isPresent())
                .findFirst()
                .map(need -> Stream.concat(Stream.of(need.label()), reasons.datastore(need.datastore()).stream())
                        .toList())
                .orElse(List.of());
    }

    private record Need(String label, String datastore) {}

    private static Stream<Need> named(Machine machine) {
        Stream<Need> disks = machine.disks().entrySet().stream()
                .map((Map.Entry<String, String> e) -> new Need(e.getKey(), e.getValue()));
        return Stream.concat(disks, machine.home().stream().map(home -> new Need("configuration and swap", home)));
    }

    /** Of a machine that runs on with less than before; empty when it has all that it had. */
    Optional<MachineEffect> degraded(Machine machine, String on, Standing from, Standing to) {
        if (!to.core().up()) {
            return Optional.empty();
        }
        Circuit circuit = site.circuit(on);
        Reasons reasons = new Reasons(circuit, aftermath.outage());
        return paths(circuit, reasons, machine, from, to)
                .or(() -> network(circuit, reasons, machine, from, to))
                .map(chain -> new MachineEffect(
                        machine.name(),
                        Verdict.DEGRADED,
                        Optional.empty(),
                        false,
                        headed(machine, on, chain),
                        List.of(),
                        List.of()));
    }

    private static Optional<List<String>> paths(
            Circuit circuit, Reasons reasons, Machine machine, Standing from, Standing to) {
        BitSet lost = (BitSet) from.lit().clone();
        lost.andNot(to.lit());
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        for (Need need : named(machine).toList()) {
            Optional<Integer> number = circuit.number(need.datastore());
            if (number.isPresent() && circuit.volumes().get(number.orElseThrow()) instanceof Volume.OnUnits on) {
                for (Volume.Unit unit : on.units()) {
                    List<Line> gone = unit.paths().stream()
                            .filter(lost::get)
                            .map(circuit.lines()::get)
                            .toList();
                    if (!gone.isEmpty()) {
                        String how = gone.size() + " of " + unit.paths().size() + " paths: ";
                        return Optional.of(Stream.concat(
                                        Stream.of(need.label(), need.datastore(), unit.device()),
                                        reasons.paths(gone, how).stream())
                                .toList());
                    }
                }
            }
        }
        return Optional.empty();
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
