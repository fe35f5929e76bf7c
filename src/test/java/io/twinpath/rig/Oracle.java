package io.twinpath.rig;

import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.OracleWires.Sight;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules say of a site while some parts have failed, worked out as slowly and plainly as a person would: from the parts alone,
 * anew for each question, and without a class of the rig's.
 */
final class Oracle {

    private final Rig rig;
    private final OracleWires before;

    Oracle(Rig rig) {
        this.rig = rig;
        this.before = new OracleWires(rig, Set.of());
    }

    /** What became of a machine; {@code to} only when it is restarted. */
    record Outcome(Verdict verdict, String to) {}

    /**
     * All that is wrong, whatever was wrong before.
     *
     * @param machines by name; of one whose host nobody told by name and {@code @host} for each that it may be on
     * @param lost datastores, as {@code host/datastore}
     * @param lit paths that work, as {@code host/device}
     * @param gone devices that are gone for good, as {@code host/device}
     */
    record Answer(
            SortedMap<String, Outcome> machines,
            Set<String> lost,
            SortedMap<String, HostState> hosts,
            SortedMap<String, List<String>> lit,
            Set<String> gone) {}

    Answer ask(Set<Component> failed) {
        OracleWires wires = new OracleWires(rig, failed);
        Answer answer = new Answer(new TreeMap<>(), new HashSet<>(), new TreeMap<>(), new TreeMap<>(), new HashSet<>());
        for (Host host : rig.hosts().values()) {
            look(wires, host, answer);
        }
        new OracleRestarts(rig, before, wires).fill(answer.machines());
        return answer;
    }

    private static void look(OracleWires wires, Host host, Answer answer) {
        String name = host.name();
        if (!wires.up(name)) {
            answer.hosts().put(name, HostState.DOWN);
            return;
        }
        if (wires.cutOff(name)) {
            answer.hosts().put(name, HostState.CUT_OFF);
        }
        host.datastores().stream()
                .filter(d -> wires.sight(name, d) != Sight.FINE)
                .forEach(d -> answer.lost().add(name + "/" + d));
        host.paths().stream().map(Path::device).distinct().forEach(device -> {
            OracleWires.Device now = wires.device(name, device);
            answer.lit().put(name + "/" + device, now.lit());
            if (now.gone()) {
                answer.gone().add(name + "/" + device);
            }
        });
    }
}
