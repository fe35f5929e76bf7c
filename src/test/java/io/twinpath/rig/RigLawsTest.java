package io.twinpath.rig;

import static io.twinpath.rig.Parts.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Result;
import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.MachineEffect.Moment;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Host;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What is true of every rig, whatever it is like. {@code -Dtwinpath.rig.laws=500} draws as many. */
class RigLawsTest {

    private static final int RIGS = Integer.getInteger("twinpath.rig.laws", 25);

    private static void each(BiConsumer<Rig, Set<Component>> law) {
        each(12, law);
    }

    /** @param rounds how many sets of parts fail, the first one without any */
    private static void each(int rounds, BiConsumer<Rig, Set<Component>> law) {
        for (long seed = 1; seed <= RIGS; seed++) {
            Rig rig = RandomRig.of(1000 + seed);
            List<Component> parts = new ArrayList<>(Parts.of(rig));
            Random dice = new Random(seed);
            for (int round = 0; round < rounds; round++) {
                Set<Component> failed = new TreeSet<>();
                for (int more = round % 4; more > 0; more--) {
                    failed.add(parts.get(dice.nextInt(parts.size())));
                }
                try {
                    law.accept(rig, failed);
                } catch (AssertionError e) {
                    throw new AssertionError("rig " + (1000 + seed) + ", " + failed + ": " + e.getMessage(), e);
                }
            }
        }
    }

    @Test
    void nothingFollowsFromNothing() {
        each(1, (rig, failed) -> {
            Effects effects = new Failing(rig).effects(Set.of());
            assertThat(Answers.written(effects)).isEmpty();
            assertThat(effects.failed()).isEmpty();
        });
    }

    @Test
    void anAnswerDependsOnNothingThatWasAskedBefore() {
        each(4, (rig, failed) -> {
            Failing failing = new Failing(rig);
            Effects first = failing.effects(failed);
            failing.effects(new HashSet<>(Parts.of(rig)));
            assertThat(failing.effects(failed)).isEqualTo(first);
            assertThat(new Failing(rig).effects(failed)).isEqualTo(first);
        });
    }

    @Test
    void aPartThatTheRigDoesNotHaveChangesNothing() {
        each((rig, failed) -> {
            Set<Component> more = new TreeSet<>(failed);
            more.add(new HostNamed("nobody"));
            more.add(new Component.SwitchNamed("nothing"));
            Failing failing = new Failing(rig);
            assertThat(Answers.written(failing.effects(more))).isEqualTo(Answers.written(failing.effects(failed)));
        });
    }

    @Test
    void everyPartThatChangesAnythingCanBeNamed() {
        each(1, (rig, failed) -> {
            Failing failing = new Failing(rig);
            Components components = Components.of(rig, failing);
            for (Component part : Parts.of(rig)) {
                if (!Answers.written(failing.effects(Set.of(part))).isEmpty()) {
                    assertThat(failing.components()).contains(part);
                }
            }
            failing.components()
                    .forEach(part ->
                            assertThat(components.parse(part.toString())).isEqualTo(Result.ok(part)));
        });
    }

    @Test
    void theOrderInWhichPathsAndRulesAreListedDoesNotMatter() {
        each((rig, failed) -> assertThat(
                        Answers.written(new Failing(Rewriting.turned(rig)).effects(failed), Answers::sortedPaths))
                .isEqualTo(Answers.written(new Failing(rig).effects(failed), Answers::sortedPaths)));
    }

    @Test
    void theNamesOfSwitchesDoNotMatter() {
        each((rig, failed) -> {
            Set<Component> renamed = new TreeSet<>();
            failed.forEach(part -> renamed.add(Rewriting.renamed(part)));
            assertThat(Answers.written(new Failing(Rewriting.renamed(rig)).effects(renamed)))
                    .isEqualTo(Answers.written(new Failing(rig).effects(failed)));
        });
    }

    /** A standby uplink may be plugged in better than the active one: without it less is never more. */
    @Test
    void whatFailsBesideDoesNotBringAnythingBack() {
        each(4, (drawn, failed) -> {
            Rig rig = Rewriting.withoutStandby(drawn);
            Failing failing = new Failing(rig);
            Effects less = failing.effects(failed);
            for (Component more : Parts.of(rig)) {
                Set<Component> all = new TreeSet<>(failed);
                all.add(more);
                worse(failing.baseline(), less, failing.effects(all), more);
            }
        });
    }

    private static void worse(Effects before, Effects less, Effects more, Component beside) {
        Set<String> down = new TreeSet<>();
        Set<String> apart = new TreeSet<>();
        for (Effects.HostEffect host : more.hosts()) {
            (host.state() == HostState.DOWN ? down : apart).add(host.host());
        }
        less.hosts()
                .forEach(host -> assertThat(down.contains(host.host())
                                || (host.state() == HostState.CUT_OFF && apart.contains(host.host())))
                        .as("%s beside %s", host, beside)
                        .isTrue());
        less.datastores().stream()
                .filter(d -> !down.contains(d.host()))
                .forEach(d -> assertThat(more.datastores())
                        .as("%s beside %s", d, beside)
                        .anyMatch(
                                x -> x.host().equals(d.host()) && x.datastore().equals(d.datastore())));
        less.machines().forEach((name, effect) -> {
            if (!before.machines().containsKey(name)) {
                assertThat(more.machines()).as("beside %s", beside).containsKey(name);
            }
            boolean stalled = effect.verdict() == Verdict.STALLED;
            MachineEffect then = more.machines().getOrDefault(name, effect);
            assertThat(stalled && then.verdict() == Verdict.DEGRADED)
                    .as("%s beside %s", effect, beside)
                    .isFalse();
        });
    }

    @Test
    void theShortAnswerAgreesWithTheLongOne() {
        each((rig, failed) -> {
            Failing failing = new Failing(rig);
            Effects effects = failing.effects(failed);
            boolean harm = !effects.datastores().isEmpty()
                    || effects.hosts().stream()
                            .anyMatch(h -> h.state() == HostState.CUT_OFF || !failed.contains(new HostNamed(h.host())))
                    || effects.machines().values().stream()
                            .anyMatch(m -> m.verdict().compareTo(Verdict.STALLED) >= 0);
            assertThat(failing.harms(failed)).isEqualTo(harm);
        });
    }

    @Test
    void aSmallestFailureDoesWhatItIsSaidToDo() {
        for (long seed = 1; seed <= RIGS / 4; seed++) {
            Rig rig = RandomRig.of(2000 + seed);
            Failing failing = new Failing(rig);
            for (CutSet cut : CutSets.of(failing, 2)) {
                Effects effects = failing.effects(cut.components());
                for (CutSet.Target target : cut.targets()) {
                    assertThat(lost(effects, target)).as("%d: %s", seed, cut).isTrue();
                }
            }
        }
    }

    private static boolean lost(Effects effects, CutSet.Target target) {
        return switch (target.what()) {
            case MACHINE ->
                effects.machines().containsKey(target.name())
                        && named(effects.machines(), target.name()).verdict().compareTo(Verdict.STALLED) >= 0;
            case DATASTORE ->
                effects.datastores().stream()
                        .anyMatch(d ->
                                d.host().equals(target.host()) && d.datastore().equals(target.name()));
            case MANAGEMENT ->
                effects.hosts().stream()
                        .anyMatch(h -> h.host().equals(target.name()) && h.state() == HostState.CUT_OFF);
        };
    }

    @Test
    void everyHarmHasAReasonAndATime() {
        each((rig, failed) -> {
            Failing failing = new Failing(rig);
            reasons(rig, failing.effects(failed));
            reasons(rig, failing.baseline());
        });
    }

    private static void reasons(Rig rig, Effects effects) {
        effects.hosts().forEach(h -> assertThat(h.because()).as(h.toString()).isNotEmpty());
        effects.datastores()
                .forEach(d -> assertThat(d.because()).as(d.toString()).hasSizeGreaterThan(1));
        effects.machines().values().forEach(m -> {
            boolean supposed = named(rig.machines(), m.machine()).host().isEmpty();
            assertThat(m.because()).as(m.toString()).hasSizeGreaterThan(supposed ? 2 : 1);
            assertThat(m.because().get(0).startsWith("if it runs on ")).isEqualTo(supposed);
            assertThat(m.to().isPresent()).isEqualTo(m.verdict() == Verdict.RESTARTED);
            boolean lost = m.verdict().compareTo(Verdict.STALLED) >= 0;
            assertThat(m.obstacles().isEmpty()).as(m.toString()).isEqualTo(!lost);
            assertThat(m.timeline().isEmpty()).as(m.toString()).isEqualTo(m.verdict() == Verdict.DEGRADED);
            assertThat(m.timeline()).extracting(Moment::seconds).isSorted();
        });
    }

    @Test
    void aHostThatNobodyReadIsNeverTakenForGranted() {
        each((rig, failed) -> {
            Effects effects = new Failing(rig).effects(failed);
            effects.machines().values().stream()
                    .flatMap(m -> m.to().stream())
                    .map(to -> named(rig.hosts(), to))
                    .filter(host -> host.condition() == Host.Condition.UNREAD)
                    .forEach(host -> assertThat(effects.assumptions())
                            .anyMatch(a -> a.subject().equals(host.name())));
        });
    }
}
