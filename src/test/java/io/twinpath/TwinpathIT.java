package io.twinpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Usage;
import io.twinpath.driver.Writer;
import io.twinpath.execute.Event;
import io.twinpath.execute.Outcome;
import io.twinpath.execute.RunLock;
import io.twinpath.execute.Verdict;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Transport;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import io.twinpath.rig.Effects;
import io.twinpath.risk.Risks;
import io.twinpath.risk.readiness.Ready;
import io.twinpath.spec.FolderFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library against a served site, over real SSH and TLS. */
class TwinpathIT {

    @TempDir
    Path folder;

    private Lab lab;
    private Ways ways;
    private Project project;

    @BeforeEach
    void serve() throws DriverException {
        lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow();
        Path endpoints = folder.resolve("endpoints.json");
        lab.endpoints().write(endpoints).orElseThrow();
        ways = Ways.simulated(endpoints);
        project = Twinpath.standard().open(new FolderFiles(Path.of("")), folder).orElseThrow();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aPlanIsMadeAndAppliedWithoutAWordOnTheTerminal() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<Event> events = new ArrayList<>();
        Outcome outcome;
        Plan again;
        try (PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8);
                Site site = project.connect(ways)) {
            System.setOut(heard);
            System.setErr(heard);
            outcome = site.apply(site.plan(), events::add, () -> false).orElseThrow();
            again = site.plan();
            assertThat(site.usage().calls()).isPositive();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.done()).isPositive();
        assertThat(again.isEmpty()).isTrue();
        assertThat(events.getFirst()).isInstanceOf(Event.Checking.class);
        assertThat(events).filteredOn(e -> e instanceof Event.StepEnded).hasSize((int) outcome.done());
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aRunStopsBetweenSteps() throws Exception {
        try (Site site = project.connect(ways)) {
            AtomicInteger ended = new AtomicInteger();
            Event.Listener counts = event -> {
                if (event instanceof Event.StepEnded e && e.result().isDone()) {
                    ended.incrementAndGet();
                }
            };
            Outcome outcome =
                    site.apply(site.plan(), counts, () -> ended.get() >= 2).orElseThrow();
            assertThat(outcome.done()).isEqualTo(2);
            assertThat(outcome.exitCode()).isEqualTo(130);
            assertThat(outcome.results().getLast().verdict()).isInstanceOf(Verdict.Cancelled.class);
        }
    }

    @Test
    void onlyOneRunHasTheSite() throws Exception {
        try (Site site = project.connect(ways);
                RunLock held = project.lock("the first").orElseThrow()) {
            Plan plan = site.plan();
            Result<Outcome> second = site.apply(plan, Event.Listener.none(), () -> true);
            assertThat(second.diagnostics())
                    .extracting(Diagnostic::detail)
                    .allSatisfy(detail -> assertThat(detail).contains("the first"));
            assertThat(site.apply(plan, held, Event.Listener.none(), () -> true).done())
                    .isZero();
        }
    }

    @Test
    void manyThreadsUseOneSite() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Site site = project.connect(ways)) {
            Plan expected = site.plan();
            List<Future<Plan>> plans = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                plans.add(pool.submit(site::plan));
            }
            Set<String> ids = new HashSet<>();
            for (Future<Plan> plan : plans) {
                assertThat(plan.get().steps()).isEqualTo(expected.steps());
                assertThat(plan.get().factsFingerprint()).isEqualTo(expected.factsFingerprint());
                ids.add(plan.get().stamp().id());
            }
            assertThat(ids).hasSize(24);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void oneLookAnswersManyQuestionsAndManyThreadsAsk() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Site site = project.connect(ways)) {
            Survey survey = site.survey(Progress.silent());
            Risks now = survey.now().risks();
            Effects card =
                    survey.now().whatif(List.of("card:esxi2.lain.local/3")).orElseThrow();
            assertThat(now.all()).isNotEmpty();
            assertThat(card.machines()).isNotEmpty();
            assertThat(survey.now().whatif(List.of("card:esxi2.lain.local/9")).diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("RSK0002");
            assertThat(survey.wanted().risks().open()).isEmpty();
            assertThat(survey.after(site.plan()).orElseThrow().risks())
                    .isEqualTo(survey.planned().risks());
            assertThat(survey.now().readiness("pomf")).isPresent();

            List<Future<Risks>> risks = new ArrayList<>();
            List<Future<Effects>> effects = new ArrayList<>();
            List<Future<List<Ready>>> ready = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                risks.add(pool.submit(site::risks));
                effects.add(pool.submit(
                        () -> site.whatif(List.of("card:esxi2.lain.local/3")).orElseThrow()));
                ready.add(pool.submit(site::readiness));
            }
            for (int i = 0; i < 8; i++) {
                assertThat(risks.get(i).get()).isEqualTo(now);
                assertThat(effects.get(i).get()).isEqualTo(card);
                assertThat(ready.get(i).get()).isEqualTo(survey.now().readiness());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aPlanOfAnotherSpecHasNoFuture() throws Exception {
        try (Site site = project.connect(ways)) {
            Plan plan = site.plan();
            site.apply(plan, Event.Listener.none(), () -> false).orElseThrow();
            assertThat(site.survey(Progress.silent()).after(plan).diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("RSK0004");
        }
    }

    @Test
    void whatIsLookedAtByInterruptedThreadsIsGivenUp() throws Exception {
        try (Site site = project.connect(ways)) {
            Thread.currentThread().interrupt();
            org.assertj.core.api.Assertions.assertThatThrownBy(site::observe).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
            Snapshot snapshot = site.observe();
            assertThat(snapshot.hosts()).hasSize(4);
        }
    }

    @Test
    void ownDriversStandAroundOrInThePlaceOfOthers() throws Exception {
        Counting around = new Counting();
        Counting instead = new Counting();
        Plan wrapped;
        try (Site site = project.connect(ways.through(around::over))) {
            wrapped = site.plan();
            assertThat(around.sessions.get()).isPositive();
        }
        assertThat(around.closed.get()).isEqualTo(1);
        try (Site site = project.connect(ways);
                Site other = project.connect(ways.with(Transport.SSH, instead.over(site.driver())))) {
            assertThat(other.plan().steps())
                    .extracting(Step::forward)
                    .isEqualTo(wrapped.steps().stream().map(Step::forward).toList());
        }
        assertThat(instead.sessions.get()).isPositive();
    }

    /** Passes everything on and counts. */
    private static final class Counting {

        private final AtomicInteger sessions = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        Driver over(Driver other) {
            return new Driver() {
                @Override
                public List<Transport> ways(String place) {
                    return other.ways(place);
                }

                @Override
                public Reader reader(String place) throws DriverException {
                    sessions.incrementAndGet();
                    return other.reader(place);
                }

                @Override
                public Writer writer(String place) throws DriverException {
                    sessions.incrementAndGet();
                    return other.writer(place);
                }

                @Override
                public void ahead(Supplier<Map<String, List<Query>>> first) {
                    other.ahead(first);
                }

                @Override
                public Usage usage(String place) {
                    return other.usage(place);
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                    other.close();
                }
            };
        }
    }
}
