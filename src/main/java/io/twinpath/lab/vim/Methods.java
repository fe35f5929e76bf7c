package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The methods of a managed object by name, each with what it needs of the lab. */
public final class Methods {

    /** What a method needs. */
    public enum Needs {
        /** The lock. */
        TO_READ,
        /** The lock, the permission to change, and the site to be kept afterwards. */
        TO_WRITE,
        /** Time: it takes the lock itself, now and then. */
        TO_WAIT
    }

    /** One method. */
    public record Entry(Needs needs, Function<Call, Optional<? extends Value>> body) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Methods() {}

    public static Methods none() {
        return new Methods();
    }

    public Methods reads(String name, Function<Call, Optional<? extends Value>> body) {
        return with(name, new Entry(Needs.TO_READ, body));
    }

    public Methods writes(String name, Function<Call, Optional<? extends Value>> body) {
        return with(name, new Entry(Needs.TO_WRITE, body));
    }

    /** A method that changes something and returns nothing. */
    public Methods does(String name, Consumer<Call> body) {
        return writes(name, call -> {
            body.accept(call);
            return Optional.empty();
        });
    }

    /** A method that returns a task at once; what it makes of the call is the work of that task. */
    public Methods task(String name, Function<Call, Work> work) {
        return writes(name, call -> Optional.of(call.world().tasks().start(call, work.apply(call))));
    }

    public Methods waits(String name, Function<Call, Optional<? extends Value>> body) {
        return with(name, new Entry(Needs.TO_WAIT, body));
    }

    /** These and others; of two with one name the other's. */
    public Methods and(Methods others) {
        entries.putAll(others.entries);
        return this;
    }

    /** The same, each of them only once a check has passed. */
    public Methods after(Runnable check) {
        entries.replaceAll((name, entry) -> new Entry(entry.needs(), call -> {
            check.run();
            return entry.body().apply(call);
        }));
        return this;
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    private Methods with(String name, Entry entry) {
        entries.put(name, entry);
        return this;
    }
}
