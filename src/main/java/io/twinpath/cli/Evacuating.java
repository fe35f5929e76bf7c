package io.twinpath.cli;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.Writer;
import io.twinpath.evacuate.Decision;
import io.twinpath.evacuate.End;
import io.twinpath.evacuate.Evacuation;
import io.twinpath.evacuate.Moves;
import io.twinpath.evacuate.Placement;
import io.twinpath.evacuate.Scene;
import io.twinpath.evacuate.SceneReading;
import io.twinpath.kind.vm.Vm;
import io.twinpath.model.Address;
import io.twinpath.model.Resource;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * One evacuation: asks vCenter, has it decided, asks vCenter's own checks about each move that is decided, and moves.
 *
 * @param atOnce how many machines leave at a time
 * @param overrides settings to be set first, by machine
 */
record Evacuating(
        Driver driver,
        String host,
        Workspace workspace,
        int atOnce,
        SortedMap<String, SortedMap<String, String>> overrides,
        List<String> notAsked,
        List<Decision> decisions) {

    static Evacuating look(Driver driver, String host, Workspace workspace, boolean apply)
            throws DriverException, UnreadableException {
        try (Reader reader = driver.reader(Way.VCENTER)) {
            SceneReading reading = reading(reader, host);
            SortedMap<String, SortedMap<String, String>> wanted = wanted(reading, workspace);
            return new Evacuating(
                    driver,
                    host,
                    workspace,
                    reading.atOnce(),
                    apply ? wanted : new TreeMap<>(),
                    apply ? List.of() : List.copyOf(wanted.keySet()),
                    decide(reader, reading.scene()));
        }
    }

    private static SceneReading reading(Reader reader, String host) throws DriverException, UnreadableException {
        Replies replies = Replies.none();
        replies.add(reader.ask(SceneReading.first()));
        SceneReading reading = new SceneReading(host, replies);
        replies.add(reader.ask(reading.second()));
        return reading;
    }

    /** Settings that the spec lists as what lets a machine move, where they are not so yet. */
    private static SortedMap<String, SortedMap<String, String>> wanted(SceneReading reading, Workspace workspace)
            throws UnreadableException {
        SortedMap<String, SortedMap<String, String>> wanted = new TreeMap<>();
        for (Resource<?> resource : workspace.spec().resources().values()) {
            if (resource.desired().orElse(null) instanceof Vm vm) {
                Map<String, String> now = reading.settings(name(resource.address()));
                SortedMap<String, String> own = new TreeMap<>();
                vm.migrationOverrides()
                        .ifPresent(keys -> keys.stream()
                                .filter(key ->
                                        !vm.advanced().getOrDefault(key, "").equals(now.getOrDefault(key, "")))
                                .forEach(key -> own.put(key, vm.advanced().getOrDefault(key, ""))));
                if (!own.isEmpty()
                        && reading.scene().machines().stream()
                                .anyMatch(m -> m.name().equals(name(resource.address())))) {
                    wanted.put(name(resource.address()), own);
                }
            }
        }
        return wanted;
    }

    private static String name(Address address) {
        return address.name();
    }

    /** Until the server has nothing against what is decided: each refusal takes one host away from one machine. */
    private static List<Decision> decide(Reader reader, Scene scene) throws DriverException, UnreadableException {
        Map<String, Map<String, String>> refused = new TreeMap<>();
        Replies checks = Replies.none();
        while (true) {
            List<Decision> decisions = Placement.of(scene, refused);
            List<Decision.Goes> moves = decisions.stream()
                    .filter(Decision.Goes.class::isInstance)
                    .map(Decision.Goes.class::cast)
                    .toList();
            List<Query> open = new ArrayList<>(moves.stream().map(Moves::check).toList());
            open.removeIf(checks::has);
            if (open.isEmpty()) {
                return decisions;
            }
            checks.add(reader.ask(open));
            for (Decision.Goes move : moves) {
                Moves.refusal(move, checks)
                        .ifPresent(why -> refused.computeIfAbsent(move.machine(), m -> new HashMap<>())
                                .put(move.to(), why));
            }
        }
    }

    Evacuation decided() {
        List<End> ends = decisions.stream().map(End::of).toList();
        return new Evacuation(host, false, overrides, notAsked, ends);
    }

    /** Overrides, another decision where they changed something, the moves, and a last look at where everything is. */
    Evacuation carriedOut(BooleanSupplier interrupted, Console console) throws DriverException, UnreadableException {
        Map<String, String> said = new ConcurrentHashMap<>();
        for (Map.Entry<String, SortedMap<String, String>> each : overrides.entrySet()) {
            send(Moves.overrides(each.getKey(), each.getValue())).ifPresent(fault -> said.put(each.getKey(), fault));
        }
        List<Decision> last = overrides.isEmpty() ? decisions : look(driver, host, workspace, false).decisions;
        move(last, said, interrupted, console);
        Evacuation made = new Evacuation(
                host, true, overrides, notAsked, last.stream().map(End::of).toList());
        try (Reader reader = driver.reader(Way.VCENTER)) {
            return made.after(reading(reader, host).scene().where(), said);
        }
    }

    private void move(List<Decision> last, Map<String, String> said, BooleanSupplier interrupted, Console console) {
        try (ExecutorService movers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> moving = new ArrayList<>();
            for (Decision decision : last) {
                if (decision instanceof Decision.Goes goes) {
                    moving.add(movers.submit(() -> one(goes, said, interrupted, console)));
                }
            }
            for (Future<?> each : moving) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a move failed in a way that nobody expects", e);
        }
    }

    private void one(Decision.Goes goes, Map<String, String> said, BooleanSupplier interrupted, Console console) {
        if (interrupted.getAsBoolean()) {
            said.put(goes.machine(), "Its move was not begun: somebody interrupted the evacuation.");
            return;
        }
        try {
            Optional<String> fault = send(Moves.command(goes));
            fault.ifPresent(text -> said.put(goes.machine(), text));
            console.err()
                    .println(fault.isEmpty() ? goes.machine() + " moved to " + goes.to() : goes.machine() + " stays");
        } catch (DriverException e) {
            said.put(goes.machine(), String.valueOf(e.getMessage()));
        }
    }

    /** The server's words when it refuses. */
    private Optional<String> send(MethodCommand command) throws DriverException {
        try (Writer writer = driver.writer(Way.VCENTER)) {
            Reply reply = writer.send(command);
            return reply.ok() ? Optional.empty() : Optional.of(reply.body().strip());
        }
    }
}
