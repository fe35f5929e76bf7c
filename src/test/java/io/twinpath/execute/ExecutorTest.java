package io.twinpath.execute;

import static io.twinpath.toy.ToyKinds.group;
import static io.twinpath.toy.ToyKinds.vswitch;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.plan.Checks;
import io.twinpath.plan.Plan;
import io.twinpath.toy.ToyGroup;
import io.twinpath.toy.ToyKinds;
import io.twinpath.toy.ToyPlans;
import io.twinpath.toy.ToySite;
import io.twinpath.toy.ToySite.Behaviour;
import io.twinpath.toy.ToySpec;
import io.twinpath.toy.ToySwitch;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hosts; on each a switch is updated by two commands, a group is made on it, and another switch is changed. */
class ExecutorTest {

    private static final String A = "esxi1.lain.local";
    private static final String B = "esxi2.lain.local";

    private final ToySite site = new ToySite();
    private final ToySpec wanted = new ToySpec();
    private final List<Event> events = new ArrayList<>();
    private Plan plan = ToyPlans.plan(new ToySpec());

    @BeforeEach
    void plan() {
        for (String host : List.of(A, B)) {
            site.host(host).put("switch", "s0", "uplinks", "vmnic0", "mtu", "1500", "label", "L");
            site.host(host).put("switch", "s1", "uplinks", "vmnic2", "mtu", "1500");
            wanted.host(host)
                    .wants(vswitch(host, "s0"), ToySwitch.of("vmnic0", "vmnic1").mtu(9000))
                    .wants(vswitch(host, "s1"), ToySwitch.of("vmnic2").mtu(9000))
                    .wants(group(host, "g"), ToyGroup.on("s0"));
        }
        plan = replanned();
        assertThat(plan.steps()).hasSize(6);
    }

    private Plan replanned() {
        return ToyPlans.plan(wanted.spec(), site.look(wanted.spec()));
    }

    private static ExecuteSettings settings() {
        Clock clock = Clock.fixed(ToySpec.SEEN.plusSeconds(60), ZoneOffset.UTC);
        return new ExecuteSettings("0.1.0", clock, Duration.ofHours(24), 1, 3, Duration.ofSeconds(1), d -> {});
    }

    private Outcome run(ExecuteSettings settings) {
        return new Executor(site, site::read, new Checks(ToyKinds.all()), settings).run(plan, events::add, () -> false);
    }

    private Outcome run() {
        return run(settings());
    }

    private Verdict verdict(Outcome outcome, io.twinpath.model.Address address) {
        return outcome.results().stream()
                .filter(r -> r.step().address().equals(address))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private List<String> commands(String host) {
        return plan.steps().stream()
                .filter(s -> s.place().equals(host))
                .flatMap(s -> s.forward().stream())
                .map(Object::toString)
                .toList();
    }

    /** Which command, counted per host, is the first of a step. */
    private int firstCommandOf(io.twinpath.model.Address address) {
        int count = 0;
        for (var step : plan.steps()) {
            if (step.address().equals(address)) {
                return count;
            }
            if (step.place().equals(address.host().orElseThrow())) {
                count += step.forward().size();
            }
        }
        throw new AssertionError("no step for " + address);
    }

    @Test
    void everythingIsSentAsPlannedAndThenNothingIsLeft() {
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isZero();
        assertThat(site.host(A).received()).isEqualTo(commands(A));
        assertThat(site.host(B).received()).isEqualTo(commands(B));
        assertThat(replanned().isEmpty()).isTrue();
    }

    @Test
    void hostsComeOneAfterAnotherWithTwoLoginsEach() {
        run();
        List<String> hosts = events.stream()
                .filter(e -> e instanceof Event.HostStarted)
                .map(e -> ((Event.HostStarted) e).host())
                .toList();
        assertThat(hosts).containsExactly(A, B);
        assertThat(site.logins(A)).isEqualTo(2);
    }

    @Test
    void aCommandIsToldBeforeItIsSent() {
        Executor executor = new Executor(site, site::read, new Checks(ToyKinds.all()), settings());
        executor.run(
                plan,
                event -> {
                    if (event instanceof Event.Sending s && s.step().place().equals(A)) {
                        assertThat(site.host(A).received())
                                .doesNotContain(s.command().toString());
                        events.add(event);
                    }
                },
                () -> false);
        assertThat(events).hasSize(commands(A).size());
    }

    @Test
    void aFactThatChangedAnywhereStopsEverythingEverywhere() {
        site.host(B).put("switch", "s1", "uplinks", "vmnic3", "mtu", "1500");
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.stale()).singleElement().asString().contains("switch:esxi2.lain.local/s1");
        assertThat(site.host(A).received()).isEmpty();
        assertThat(site.host(B).received()).isEmpty();
        assertThat(outcome.changedAnything()).isFalse();
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("EXE0102");
    }

    @Test
    void theSameIsSaidOnceOfAllThatChanged() {
        site.host(B).put("switch", "s1", "uplinks", "vmnic3", "mtu", "1500");
        site.host(B).put("group", "g1", "switch", "s1", "vlan", "77");
        Outcome outcome = run();
        assertThat(outcome.stale()).singleElement().asString().containsOnlyOnce("when the plan was made");
    }

    @Test
    void aFactThatThePlanDoesNotRestOnMayChange() {
        site.host(A).put("switch", "unknown", "uplinks", "vmnic9");
        assertThat(run().exitCode()).isZero();
    }

    @Test
    void anotherHostBehindTheSameNameIsRefused() {
        site.host(A).becomeAnother();
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.stale()).singleElement().asString().contains("not the host that the plan was made for");
        assertThat(site.host(B).received()).isEmpty();
    }

    /** Unknown and unknown are two strangers: a plan that was made without an identity is never run. */
    @Test
    void aHostThatDoesNotTellWhoItIsIsRefusedThoughNothingChanged() {
        site.host(A).becomeNobody();
        plan = replanned();
        assertThat(plan.steps()).hasSize(6);
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.stale()).singleElement().asString().contains(A + " does not tell its hardware identity");
        assertThat(site.host(A).received()).isEmpty();
        assertThat(site.host(B).received()).isEmpty();
    }

    @Test
    void aPlanIsAppliedOnce() {
        assertThat(run().exitCode()).isZero();
        int sent = site.host(A).received().size();
        assertThat(run().exitCode()).isEqualTo(4);
        assertThat(site.host(A).received()).hasSize(sent);
    }

    @Test
    void aPlanOfYesterdayOrOfAnotherTwinpathIsRefusedWithoutAConnection() {
        ExecuteSettings s = settings();
        Clock later = Clock.fixed(ToySpec.SEEN.plus(Duration.ofHours(25)), ZoneOffset.UTC);
        Clock earlier = Clock.fixed(ToySpec.SEEN.minus(Duration.ofHours(1)), ZoneOffset.UTC);
        for (ExecuteSettings each : List.of(
                new ExecuteSettings("0.1.0", later, s.oldest(), 1, 3, s.between(), s.pause()),
                new ExecuteSettings("0.1.0", earlier, s.oldest(), 1, 3, s.between(), s.pause()),
                new ExecuteSettings("0.2.0", s.clock(), s.oldest(), 1, 3, s.between(), s.pause()))) {
            assertThat(run(each).exitCode()).isEqualTo(4);
        }
        assertThat(site.logins(A)).isZero();
    }

    @Test
    void aRefusalQuotesTheHostStopsItsStepAndSkipsWhatNeedsIt() {
        site.host(A).behave(firstCommandOf(vswitch(A, "s0")), Behaviour.REFUSE);
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(verdict(outcome, vswitch(A, "s0"))).isInstanceOfSatisfying(Verdict.Failed.class, f -> {
            assertThat(f.reason()).contains("Unable to Set: Busy").contains("exit 1");
            assertThat(f.missing()).hasSize(2);
        });
        assertThat(verdict(outcome, group(A, "g"))).isInstanceOf(Verdict.Skipped.class);
        assertThat(verdict(outcome, vswitch(A, "s1"))).isInstanceOf(Verdict.Done.class);
        assertThat(site.host(A).received()).hasSize(2);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("EXE0201");
        assertThat(site.host(B).received()).isEqualTo(commands(B));
    }

    @Test
    void aReportedFailureThatTookEffectAllTheSameIsDoneAndSaidSo() {
        int last = firstCommandOf(vswitch(A, "s0")) + 1;
        site.host(A).behave(last, Behaviour.OBEY_BUT_REPORT_FAILURE);
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isZero();
        assertThat(verdict(outcome, vswitch(A, "s0")))
                .isInstanceOfSatisfying(
                        Verdict.Done.class,
                        d -> assertThat(d.remarks()).singleElement().asString().contains("timed out", "in effect"));
    }

    @Test
    void aReportedSuccessWithoutEffectIsAFailureThatSaysWhatWasFound() {
        site.host(A).behave(firstCommandOf(vswitch(A, "s1")), Behaviour.IGNORE_BUT_REPORT_SUCCESS);
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(verdict(outcome, vswitch(A, "s1")))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class, f -> assertThat(f.reason()).contains("mtu should be 9000 and is 1500."));
        assertThat(events.stream().filter(e -> e instanceof Event.Waiting)).hasSize(2);
    }

    @Test
    void anEffectThatComesLateIsWaitedFor() {
        site.host(A).behave(firstCommandOf(vswitch(A, "s1")), Behaviour.OBEY_LATE);
        assertThat(run().exitCode()).isZero();
        assertThat(events.stream().filter(e -> e instanceof Event.Waiting)).hasSize(1);
    }

    @Test
    void aLostAnswerIsSettledByLookingOverANewConnection() {
        int last = firstCommandOf(vswitch(A, "s0")) + 1;
        site.host(A).behave(last, Behaviour.OBEY_AND_LOSE_CONNECTION);
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isZero();
        assertThat(site.host(A).received()).isEqualTo(commands(A));
        assertThat(verdict(outcome, vswitch(A, "s0")))
                .isInstanceOfSatisfying(
                        Verdict.Done.class, d -> assertThat(d.remarks()).hasSize(1));
    }

    @Test
    void aLostCommandIsNeverSentAgainAndLeavesItsHostAlone() {
        site.host(A).behave(0, Behaviour.LOSE_CONNECTION);
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(8);
        assertThat(site.host(A).received()).hasSize(1);
        assertThat(outcome.results().get(0).verdict()).isInstanceOf(Verdict.InDoubt.class);
        assertThat(outcome.results().get(1).verdict()).isInstanceOf(Verdict.Skipped.class);
        assertThat(site.host(B).received()).isEqualTo(commands(B));
    }

    @Test
    void aHostThatDiesInTheMiddleIsInDoubtAndOthersGoOn() {
        site.host(A).behave(1, Behaviour.DIE);
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(8);
        assertThat(site.host(B).received()).isEqualTo(commands(B));
    }

    @Test
    void aHostThatIsDeadBeforehandIsPassedOver() {
        site.host(A).die();
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(6);
        assertThat(outcome.done()).isEqualTo(3);
        assertThat(outcome.results().get(0).verdict()).isInstanceOf(Verdict.Unreached.class);
    }

    @Test
    void afterARequestToStopTheStepAtHandIsFinishedAndNoOtherBegun() {
        AtomicBoolean stop = new AtomicBoolean();
        Outcome outcome = new Executor(site, site::read, new Checks(ToyKinds.all()), settings())
                .run(
                        plan,
                        event -> {
                            if (event instanceof Event.Sending) {
                                stop.set(true);
                            }
                        },
                        stop::get);
        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.done()).isEqualTo(1);
        assertThat(site.host(A).received())
                .hasSize(plan.steps().get(0).forward().size());
        assertThat(site.host(B).received()).isEmpty();
    }

    @Test
    void aChangeByAnotherHandInTheMiddleOfTheRunStopsItsStep() {
        AtomicBoolean once = new AtomicBoolean();
        Outcome outcome = new Executor(site, site::read, new Checks(ToyKinds.all()), settings())
                .run(
                        plan,
                        event -> {
                            if (event instanceof Event.StepEnded e
                                    && e.result().step().place().equals(A)
                                    && !once.getAndSet(true)) {
                                site.host(A).put("switch", "s1", "uplinks", "vmnic7", "mtu", "1500");
                                site.host(A).put("switch", "s0", "uplinks", "vmnic8", "mtu", "1500");
                            }
                        },
                        () -> false);
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(site.host(B).received()).isEqualTo(commands(B));
    }

    @Test
    void aSideEffectOfAnEarlierStepOnWhatNobodyManagesIsExpected() {
        AtomicBoolean once = new AtomicBoolean();
        Outcome outcome = new Executor(site, site::read, new Checks(ToyKinds.all()), settings())
                .run(
                        plan,
                        event -> {
                            if (event instanceof Event.StepEnded e
                                    && e.result().step().address().equals(vswitch(A, "s0"))
                                    && !once.getAndSet(true)) {
                                site.host(A).put("switch", "s1", "uplinks", "vmnic2", "mtu", "1500", "label", "new");
                            }
                        },
                        () -> false);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void hostsCanRunAtTheSameTime() {
        assertThat(run(settings().hostsAtOnce(2)).exitCode()).isZero();
        assertThat(replanned().isEmpty()).isTrue();
    }

    @Test
    void aPlanWithoutStepsConnectsToNobody() {
        run();
        plan = replanned();
        site.look(wanted.spec());
        assertThat(run().exitCode()).isZero();
        assertThat(site.logins(A)).isZero();
    }

    @Test
    void whatStaysBlockedIsSaidByTheExitCode() {
        wanted.wants(ToyKinds.card(A, "storage_a"), new io.twinpath.toy.ToyCard("57810", List.of()));
        plan = replanned();
        assertThat(run().exitCode()).isEqualTo(3);
        assertThat(site.host(B).received()).isEqualTo(commands(B));
    }
}
