package io.twinpath.execute;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.model.Way;
import io.twinpath.plan.Checks;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Runs plans. Before anything is sent, every host is looked at: if anything that the plan rests on has changed anywhere,
 * nothing is sent to anyone.
 */
public final class Executor {

    /** How many hosts are looked at at the same time; looking changes nothing. */
    private static final int LOOKS_AT_ONCE = 8;

    private final Driver driver;
    private final Rereader rereader;
    private final Checks checks;
    private final ExecuteSettings settings;

    public Executor(Driver driver, Rereader rereader, Checks checks, ExecuteSettings settings) {
        this.driver = driver;
        this.rereader = rereader;
        this.checks = checks;
        this.settings = settings;
    }

    /**
     * @param listener told what happens while it happens, one event at a time
     * @param stop asked before each step; once it says true, the step at hand is finished and no other begun
     */
    public Outcome run(Plan plan, Event.Listener listener, BooleanSupplier stop) {
        if (plan.steps().isEmpty()) {
            return new Outcome(plan, List.of(), List.of());
        }
        Freshness freshness = new Freshness(plan, checks, rereader);
        List<String> stale = freshness.ofPlan(settings);
        if (!stale.isEmpty()) {
            return Outcome.refused(plan, stale);
        }
        Event.Listener told = oneAtATime(listener);
        told.on(new Event.Checking(plan.changedPlaces().size()));
        Map<String, HostCheck> looks = look(plan, freshness);
        List<String> changed = changed(looks);
        return changed.isEmpty() ? send(plan, freshness, looks, told, stop) : Outcome.refused(plan, changed);
    }

    /**
     * Why a plan would be refused as stale now, one full sentence each. Sends nothing, and says nothing of hosts that do not
     * answer.
     */
    public List<String> stale(Plan plan) {
        Freshness freshness = new Freshness(plan, checks, rereader);
        List<String> stale = freshness.ofPlan(settings);
        return stale.isEmpty() && !plan.steps().isEmpty() ? changed(look(plan, freshness)) : stale;
    }

    private static List<String> changed(Map<String, HostCheck> looks) {
        List<String> reasons = new ArrayList<>();
        looks.values().forEach(look -> {
            if (look instanceof HostCheck.Stale s) {
                reasons.addAll(s.reasons());
            }
        });
        return reasons;
    }

    private Map<String, HostCheck> look(Plan plan, Freshness freshness) {
        Map<String, Callable<HostCheck>> looks = new LinkedHashMap<>();
        plan.changedPlaces().forEach(host -> looks.put(host, () -> look(host, freshness)));
        return together(looks, LOOKS_AT_ONCE);
    }

    private HostCheck look(String host, Freshness freshness) {
        try (Reader session = driver.reader(host)) {
            return freshness.ofHost(host, session, false);
        } catch (DriverException e) {
            return new HostCheck.Unreached(e.problem(), String.valueOf(e.getMessage()));
        }
    }

    private Outcome send(
            Plan plan,
            Freshness freshness,
            Map<String, HostCheck> looks,
            Event.Listener listener,
            BooleanSupplier stop) {
        Map<String, StepResult> results = new ConcurrentHashMap<>();
        plan.steps().forEach(step -> {
            if (looks.get(step.place()) instanceof HostCheck.Unreached u) {
                StepResult result = new StepResult(step, new Verdict.Unreached(u.problem(), u.reason()));
                results.put(step.id(), result);
                listener.on(new Event.StepEnded(result));
            }
        });
        StepRun.Readings readings = new StepRun.Readings(settings.readBacks(), settings.between(), settings.pause());
        HostRun run = new HostRun(plan, driver, freshness, readings, listener, stop, results);
        List<Step> open =
                plan.steps().stream().filter(s -> !results.containsKey(s.id())).toList();
        if (settings.hostsAtOnce() == 1 || crossesHosts(plan)) {
            stretches(open).forEach(steps -> run.run(steps.get(0).place(), steps));
        } else {
            Map<String, Callable<Boolean>> runs = new LinkedHashMap<>();
            stretches(open)
                    .forEach(steps -> runs.put(steps.get(0).place(), () -> {
                        run.run(steps.get(0).place(), steps);
                        return true;
                    }));
            Map<String, Callable<Boolean>> last = new LinkedHashMap<>();
            Optional.ofNullable(runs.remove(Way.VCENTER)).ifPresent(vcenter -> last.put(Way.VCENTER, vcenter));
            together(runs, settings.hostsAtOnce());
            together(last, 1);
        }
        List<StepResult> inOrder = plan.steps().stream()
                .map(step -> Optional.ofNullable(results.get(step.id())).orElseThrow())
                .toList();
        return new Outcome(plan, inOrder, List.of());
    }

    /** Whether a step needs one on another host; then hosts cannot run at the same time. */
    private static boolean crossesHosts(Plan plan) {
        Map<String, String> hosts = new LinkedHashMap<>();
        plan.steps().forEach(step -> hosts.put(step.id(), step.place()));
        return plan.steps().stream()
                .anyMatch(step ->
                        step.after().stream().anyMatch(id -> !step.place().equals(hosts.get(id))));
    }

    /** Neighbouring steps of the same host, in the order of the plan. */
    private static List<List<Step>> stretches(List<Step> steps) {
        List<List<Step>> stretches = new ArrayList<>();
        String host = "";
        for (Step step : steps) {
            if (!step.place().equals(host)) {
                stretches.add(new ArrayList<>());
                host = step.place();
            }
            stretches.get(stretches.size() - 1).add(step);
        }
        return stretches;
    }

    private static <T> Map<String, T> together(Map<String, Callable<T>> tasks, int atOnce) {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.clamp(tasks.size(), 1, atOnce),
                Thread.ofPlatform().daemon().name("execute-", 1).factory());
        try {
            Map<String, Future<T>> futures = new LinkedHashMap<>();
            tasks.forEach((name, task) -> futures.put(name, pool.submit(task)));
            Map<String, T> results = new LinkedHashMap<>();
            for (Map.Entry<String, Future<T>> future : futures.entrySet()) {
                results.put(future.getKey(), result(future.getValue()));
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    /** Waits for the end whatever happens: a run that is interrupted still finishes the step at hand. */
    private static <T> T result(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a host's run ended in a way that nobody thought of", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Event.Listener oneAtATime(Event.Listener listener) {
        Object turn = new Object();
        return event -> {
            synchronized (turn) {
                listener.on(event);
            }
        };
    }
}
