package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.rig.CutSet.Target;
import io.twinpath.rig.CutSet.What;
import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The search passes over most pairs; asking about every single one of them must find the same. */
class CutSetsTest {

    @Test
    void namesTheSinglePointsOfFailureAndThePairs() {
        Failing failing = new Failing(FailingTest.site().rig());
        List<CutSet> found = CutSets.of(failing, 2);
        assertThat(found).isEqualTo(oneByOne(failing));
        assertThat(found)
                .anySatisfy(cut -> {
                    assertThat(cut.components())
                            .extracting(Component::toString)
                            .containsExactly("card:esxi3/ConnectX-2");
                    assertThat(cut.targets()).contains(new Target(What.MACHINE, "pomf", ""));
                })
                .anySatisfy(cut -> {
                    assertThat(cut.components())
                            .extracting(Component::toString)
                            .containsExactly("card:esxi1/a", "card:esxi1/b");
                    assertThat(cut.targets()).contains(new Target(What.DATASTORE, "stor1-vm", "esxi1"));
                });
    }

    private static List<CutSet> oneByOne(Failing failing) {
        List<Component> parts = new ArrayList<>(failing.components());
        List<CutSet> found = new ArrayList<>();
        for (Component part : parts) {
            add(found, Set.of(part), lost(failing, Set.of(part)));
        }
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                Set<Component> pair = Set.of(parts.get(i), parts.get(j));
                Set<Target> lost = lost(failing, pair);
                lost.removeAll(lost(failing, Set.of(parts.get(i))));
                lost.removeAll(lost(failing, Set.of(parts.get(j))));
                add(found, pair, lost);
            }
        }
        return found;
    }

    private static void add(List<CutSet> found, Set<Component> parts, Set<Target> lost) {
        if (!lost.isEmpty()) {
            found.add(new CutSet(new TreeSet<>(parts), new TreeSet<>(lost)));
        }
    }

    private static Set<Target> lost(Failing failing, Set<Component> failed) {
        Set<Target> lost = new HashSet<>();
        Effects effects = failing.effects(failed);
        effects.datastores().forEach(d -> lost.add(new Target(What.DATASTORE, d.datastore(), d.host())));
        effects.hosts().stream()
                .filter(host -> host.state() == HostState.CUT_OFF)
                .forEach(host -> lost.add(new Target(What.MANAGEMENT, host.host(), "")));
        effects.machines().values().stream()
                .filter(m -> m.verdict() == Verdict.STALLED || m.verdict() == Verdict.DOWN)
                .forEach(m -> lost.add(new Target(What.MACHINE, m.machine(), "")));
        return lost;
    }
}
