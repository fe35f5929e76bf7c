package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The filters of a property collector and what of them was told already. Changes are found by looking again, a few times a
 * second while somebody waits: a lab has few who wait.
 */
final class Updates {

    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final int BETWEEN_LOOKS_MILLIS = 20;

    private final Map<Ref, Watch> watches = new LinkedHashMap<>();
    private int version;
    private final AtomicInteger cancelled = new AtomicInteger();

    synchronized List<Ref> filters() {
        return List.copyOf(watches.keySet());
    }

    synchronized Optional<Value> create(Call call) {
        Element spec = call.argument("spec");
        Watch made = call.session()
                .make(
                        "PropertyFilter",
                        ref -> new Watch(
                                ref, spec, call.method().flag("partialUpdates").orElse(false)));
        watches.put(made.self(), made);
        // A filter that cannot be is refused now and not when somebody waits.
        made.look(call);
        return Optional.of(made.self());
    }

    Optional<Value> waitEx(Call call) {
        int seconds = call.method()
                .at("options")
                .flatMap(o -> o.number("maxWaitSeconds"))
                .orElse(LONGEST_WAIT_SECONDS);
        int most = call.method()
                .at("options")
                .flatMap(o -> o.number("maxObjectUpdates"))
                .orElse(Integer.MAX_VALUE);
        return await(call, seconds, most);
    }

    Optional<Value> waitForever(Call call) {
        return await(call, LONGEST_WAIT_SECONDS, Integer.MAX_VALUE);
    }

    Optional<Value> check(Call call) {
        return await(call, 0, Integer.MAX_VALUE);
    }

    Optional<Value> cancel(Call call) {
        cancelled.incrementAndGet();
        return Optional.empty();
    }

    private Optional<Value> await(Call call, int seconds, int most) {
        String known = call.method().text("version").orElse("");
        int patience = cancelled.get();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (true) {
            Optional<Value> news = call.world().guard().read(() -> news(call, known, most));
            if (news.isPresent() || System.nanoTime() >= end) {
                return news;
            }
            pause();
            if (cancelled.get() != patience) {
                throw Faults.of("RequestCanceled", "The request was canceled by a user.");
            }
        }
    }

    private synchronized Optional<Value> news(Call call, String known, int most) {
        if (known.isEmpty()) {
            watches.values().forEach(Watch::forget);
        } else if (!known.equals(Integer.toString(version))) {
            throw Faults.of("InvalidCollectorVersion", "The version of the collector is not valid.");
        }
        watches.keySet().removeIf(r -> call.session().find(r).isEmpty());
        List<Data> sets = new ArrayList<>();
        int room = most;
        boolean more = false;
        for (Watch watch : watches.values()) {
            List<Watch.Change> changes = watch.changes(call);
            List<Watch.Change> told = changes.subList(0, Math.min(room, changes.size()));
            more |= told.size() < changes.size();
            room -= told.size();
            if (!told.isEmpty()) {
                sets.add(watch.tell(told));
            }
        }
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        Data set = Data.of("UpdateSet").text("version", Integer.toString(++version));
        set.list("filterSet", "PropertyFilterUpdate", sets.stream());
        return Optional.of(more ? set.flag("truncated", true) : set);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Faults.of("RequestCanceled", "The server stops.");
        }
    }
}
