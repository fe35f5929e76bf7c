package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.rig.CutSet.Target;
import io.twinpath.rig.CutSet.What;
import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.HostNamed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the rig passes over to be fast must not be missed: over spoiled sites the search finds what a plain loop over all parts and all pairs
 * finds, and the short question whether a failure harms agrees with the long answer. {@code -Dtwinpath.rig.search=80} tries as many sites.
 */
class SearchLawTest {

    private static final int SITES = Integer.getInteger("twinpath.rig.search", 4);

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(SITES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSearchFindsWhatAPlainLoopFinds(long seed) {
        Failing failing = new Failing(Flawed.of(seed));
        Set<CutSet> missed = new LinkedHashSet<>(oneByOne(failing));
        Set<CutSet> invented = new LinkedHashSet<>(CutSets.of(failing, 2));
        invented.removeIf(missed::remove);
        assertThat(missed).as("missed").isEmpty();
        assertThat(invented).as("invented").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theShortAnswerAgreesWithTheLongOne(long seed) {
        Failing failing = new Failing(Flawed.of(seed));
        List<Component> parts = List.copyOf(failing.components());
        Random random = new Random(seed);
        for (Component part : parts) {
            agree(failing, Set.of(part));
            agree(failing, new TreeSet<>(List.of(part, parts.get(random.nextInt(parts.size())))));
        }
    }

    private static void agree(Failing failing, Set<Component> failed) {
        Effects effects = failing.effects(failed);
        boolean harmed = effects.machines().values().stream().anyMatch(SearchLawTest::lost)
                || !effects.datastores().isEmpty()
                || effects.hosts().stream().anyMatch(host -> !failed.contains(new HostNamed(host.host())));
        assertThat(failing.harms(failed)).as("%s", failed).isEqualTo(harmed);
    }

    private static List<CutSet> oneByOne(Failing failing) {
        List<Component> parts = new ArrayList<>(failing.components());
        Set<String> broken = failing.baseline().machines().values().stream()
                .filter(SearchLawTest::lost)
                .map(MachineEffect::machine)
                .collect(Collectors.toSet());
        Map<Component, Set<Target>> alone = new HashMap<>();
        List<CutSet> found = new ArrayList<>();
        for (Component part : parts) {
            Set<Target> lost = lost(failing, broken, Set.of(part));
            alone.put(part, lost);
            add(found, Set.of(part), lost);
        }
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                Set<Target> lost = lost(failing, broken, Set.of(parts.get(i), parts.get(j)));
                lost.removeAll(alone.getOrDefault(parts.get(i), Set.of()));
                lost.removeAll(alone.getOrDefault(parts.get(j), Set.of()));
                add(found, Set.of(parts.get(i), parts.get(j)), lost);
            }
        }
        return found;
    }

    private static void add(List<CutSet> found, Set<Component> parts, Set<Target> lost) {
        if (!lost.isEmpty()) {
            found.add(new CutSet(new TreeSet<>(parts), new TreeSet<>(lost)));
        }
    }

    private static Set<Target> lost(Failing failing, Set<String> broken, Set<Component> failed) {
        Set<Target> lost = new TreeSet<>();
        Effects effects = failing.effects(failed);
        effects.datastores().forEach(d -> lost.add(new Target(What.DATASTORE, d.datastore(), d.host())));
        effects.hosts().stream()
                .filter(host -> host.state() == HostState.CUT_OFF)
                .forEach(host -> lost.add(new Target(What.MANAGEMENT, host.host(), "")));
        effects.machines().values().stream()
                .filter(m -> lost(m) && !broken.contains(m.machine()))
                .forEach(m -> lost.add(new Target(What.MACHINE, m.machine(), "")));
        return lost;
    }

    private static boolean lost(MachineEffect machine) {
        return machine.verdict() == Verdict.STALLED || machine.verdict() == Verdict.DOWN;
    }
}
