package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.rig.part.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the rig says is what the {@link Oracle} finds by looking at everything anew: what drawn failures do, and all smallest failures
 * of one and of two parts. {@code -Dtwinpath.rig.oracle=500} draws as many rigs.
 */
class OracleTest {

    private static final int RIGS = Integer.getInteger("twinpath.rig.oracle", 20);
    private static final int FIRST = Integer.getInteger("twinpath.rig.oracle.first", 1);

    @Test
    void drawnFailuresDoWhatTheOracleSays() {
        assertThat(differences(OracleTest::failures)).isEmpty();
    }

    @Test
    void theSmallestFailuresAreThoseThatTheOracleFindsByTryingAll() {
        assertThat(differences(OracleTest::cuts)).isEmpty();
    }

    private static List<String> differences(Shrinking.Check check) {
        List<String> differences = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + RIGS && differences.size() < 3; seed++) {
            Rig rig = RandomRig.of(seed);
            String difference = check.difference(rig);
            if (!difference.isEmpty()) {
                differences.add("seed " + seed + ": " + difference + "\n" + Shrinking.told(rig, check));
            }
        }
        return differences;
    }

    /** The first difference, or nothing. */
    private static String failures(Rig rig) {
        Failing failing = new Failing(rig);
        Answers oracle = new Answers(rig);
        List<Component> parts = new ArrayList<>(Parts.of(rig));
        Random dice = new Random(parts.size());
        for (int round = 0; round < 60; round++) {
            Set<Component> failed = new TreeSet<>();
            for (int more = round % 5; more > 0 && !parts.isEmpty(); more--) {
                failed.add(parts.get(dice.nextInt(parts.size())));
            }
            String expected = oracle.effects(failed);
            String found = Answers.written(failing.effects(failed));
            if (!found.equals(expected)) {
                return failed + " does\n" + expected + "\nand is said to do\n" + found;
            }
        }
        return "";
    }

    private static String cuts(Rig rig) {
        Failing failing = new Failing(rig);
        Answers oracle = new Answers(rig);
        List<CutSet> expected = oracle.cuts();
        List<CutSet> found = CutSets.of(failing, 2);
        List<CutSet> missed = new ArrayList<>(expected);
        missed.removeAll(found);
        List<CutSet> made = new ArrayList<>(found);
        made.removeAll(expected);
        return missed.isEmpty() && made.isEmpty()
                ? ""
                : "missed " + missed.stream().limit(3).toList() + "\nmade up "
                        + made.stream().limit(3).toList();
    }
}
