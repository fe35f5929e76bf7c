package io.twinpath;

import io.twinpath.diag.Result;
import io.twinpath.diff.Changes;
import io.twinpath.driver.Driver;
import io.twinpath.driver.Usage;
import io.twinpath.execute.Event;
import io.twinpath.execute.ExecuteSettings;
import io.twinpath.execute.Executor;
import io.twinpath.execute.Outcome;
import io.twinpath.execute.Rereader;
import io.twinpath.execute.RunLock;
import io.twinpath.kind.host.HostKind;
import io.twinpath.kind.host.HostState;
import io.twinpath.kind.inventory.Inventory;
import io.twinpath.kind.inventory.InventoryKind;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Census;
import io.twinpath.observe.Observer;
import io.twinpath.observe.Progress;
import io.twinpath.observe.Target;
import io.twinpath.plan.Checks;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.probe.HostClock;
import io.twinpath.probe.HostClocks;
import io.twinpath.rig.Effects;
import io.twinpath.rig.build.Carrying;
import io.twinpath.rig.lifeline.Moves;
import io.twinpath.risk.Risks;
import io.twinpath.risk.readiness.Ready;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The live site of a project. Several threads may use it at once; only {@link #apply} changes anything. Looking ends early when the
 * thread is interrupted, a run when its {@code stop} says so.
 */
public final class Site implements AutoCloseable {

    /** Above this a site is a fleet: looking at it is mostly waiting for answers, so more hosts are asked at a time. */
    private static final int FEW_HOSTS = 16;

    private final Project project;
    private final Driver driver;

    Site(Project project, Driver driver) {
        this.project = project;
        this.driver = driver;
    }

    /** What is wanted of it. */
    public Project project() {
        return project;
    }

    /** Over which all talk goes. */
    public Driver driver() {
        return driver;
    }

    /** Looks at what the spec declares, and at what its exact collections ask for. Changes nothing. */
    public Snapshot observe() throws InterruptedException {
        return observe(Census.of(project.spec(), project.kinds()), Progress.silent());
    }

    /**
     * Looks at what the spec declares and at what else the hosts have. Changes nothing.
     *
     * @param census what else
     * @param progress is told of each host, by several threads
     */
    public Snapshot observe(Census census, Progress progress) throws InterruptedException {
        return observe(declared(), census, progress);
    }

    /**
     * Looks at all that failures depend on, declared or not: hardware, networks, storage and paths of every host, and what vCenter
     * knows. Changes nothing.
     *
     * @param progress is told of each host, by several threads
     */
    public Snapshot examine(Progress progress) throws InterruptedException {
        List<Target<?>> targets = new ArrayList<>(declared());
        project.spec()
                .hosts()
                .keySet()
                .forEach(host -> targets.add(new Target<HostState>(HostKind.at(host), Optional.empty())));
        targets.add(new Target<Inventory>(InventoryKind.SITE, Optional.empty()));
        Census asked = Census.of(project.spec(), project.kinds());
        return observe(targets, (host, kind) -> asked.asks(host, kind) || Carrying.onHosts(kind), progress);
    }

    /**
     * Looks at all that failures depend on, and compares. Clocks are not asked for: see {@link Survey#with}.
     *
     * @param progress is told of each host, by several threads
     */
    public Survey survey(Progress progress) throws InterruptedException {
        return project.survey(examine(progress), Instant.now());
    }

    /** How far the clocks of hosts are ahead of this machine's; of hosts that told theirs. One call for each. */
    public SortedMap<String, HostClock> clocks() throws InterruptedException {
        return clocks(project.spec().hosts().keySet());
    }

    /** The same of some hosts. */
    public SortedMap<String, HostClock> clocks(Collection<String> hosts) throws InterruptedException {
        SortedMap<String, HostClock> clocks = new TreeMap<>();
        HostClocks.read(hosts, driver, atOnce()).forEach((host, answer) -> {
            if (answer instanceof HostClocks.Answer.Told told) {
                clocks.put(host, told.clock());
            }
        });
        return clocks;
    }

    /** Looks, and says what is dangerous. For several questions ask one {@link #survey}. */
    public Risks risks() throws InterruptedException {
        return survey(Progress.silent()).with(clocks()).now().risks();
    }

    /** Looks, and says what happens when parts fail: {@link Outlook#whatif}. */
    public Result<Effects> whatif(Collection<String> components) throws InterruptedException {
        return survey(Progress.silent()).now().whatif(components);
    }

    /** Looks, and says whether machines can move and be restarted. */
    public List<Ready> readiness() throws InterruptedException {
        return survey(Progress.silent()).now().readiness();
    }

    private List<Target<?>> declared() {
        return Moves.implied(project.spec()).resources().values().stream()
                .<Target<?>>map(Target::of)
                .toList();
    }

    private Snapshot observe(List<Target<?>> targets, Census census, Progress progress) throws InterruptedException {
        return new Observer(project.kinds(), driver, atOnce(), InstantSource.system())
                .survey(project.spec().hosts().keySet(), targets, census, progress);
    }

    private int atOnce() {
        int most = project.spec().hosts().size() > FEW_HOSTS ? Observer.MOST : Observer.CONCURRENCY;
        return driver.waits() ? most : Math.min(most, Runtime.getRuntime().availableProcessors());
    }

    /** Looks, and compares. */
    public Changes diff() throws InterruptedException {
        return project.diff(observe());
    }

    /** Looks, compares and orders. */
    public Plan plan() throws InterruptedException {
        return project.plan(diff(), stamp());
    }

    /** A stamp for a plan that is made now: this Twinpath, this machine's clock, an identity that no other plan has. */
    public static PlanStamp stamp() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return new PlanStamp(
                "p-" + HexFormat.of().formatHex(random),
                Twinpath.version(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Runs a plan: every host is checked first, every step is read back. While it runs nobody else can change the site from the
     * folder of this project; a project without a folder has no such lock.
     *
     * @param listener is told what happens while it happens, one event at a time
     * @param stop asked before each step; once it says true, the step at hand is finished and no other begun
     * @return how it ended; failed when another run has the lock
     */
    public Result<Outcome> apply(Plan plan, Event.Listener listener, BooleanSupplier stop) {
        if (project.folder().isEmpty()) {
            return Result.ok(run(plan, listener, stop));
        }
        String owner = "process " + ProcessHandle.current().pid() + ", through the library";
        return switch (project.lock(owner)) {
            case Result.Ok<RunLock> ok -> {
                try (RunLock lock = ok.value()) {
                    yield Result.ok(apply(plan, lock, listener, stop));
                } catch (IOException e) {
                    throw new IllegalStateException("the lock could not be let go", e);
                }
            }
            case Result.Failed<RunLock> failed -> new Result.Failed<>(failed.diagnostics());
        };
    }

    /**
     * The same for who has the lock already.
     *
     * @param held proves it; it is kept
     */
    public Outcome apply(Plan plan, RunLock held, Event.Listener listener, BooleanSupplier stop) {
        return run(plan, listener, stop);
    }

    /**
     * Looks, and says why a plan would be refused as stale, one full sentence each; empty when what it rests on is still so. Sends
     * nothing. A run looks by itself.
     */
    public List<String> stale(Plan plan) {
        return executor().stale(plan);
    }

    private Outcome run(Plan plan, Event.Listener listener, BooleanSupplier stop) {
        return executor().run(plan, listener, stop);
    }

    private Executor executor() {
        Observer observer = new Observer(project.kinds(), driver, 1, InstantSource.system());
        return new Executor(
                driver,
                Rereader.over(observer),
                new Checks(project.kinds()),
                ExecuteSettings.standard(Twinpath.version()));
    }

    /** What talking to the hosts cost so far. */
    public Usage usage() {
        return project.spec().hosts().keySet().stream().map(driver::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** Lets go of all connections. */
    @Override
    public void close() {
        driver.close();
    }
}
