package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Collects the commands of one change in the order in which they are sent. */
public final class Script {

    private final List<Command> commands = new ArrayList<>();

    public Script add(String words, Option... options) {
        commands.add(EsxcliCommand.of(words, options));
        return this;
    }

    public Script add(String words, List<Option> options) {
        commands.add(new EsxcliCommand(List.of(words.split(" ")), options));
        return this;
    }

    public Script add(Command command) {
        commands.add(command);
        return this;
    }

    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /** Whether a field has to be set: it is wanted and not there. */
    public static boolean differs(Optional<?> before, Optional<?> after) {
        return after.isPresent() && !after.equals(before);
    }

    /** Calls {@code add} for what only {@code after} has; nothing when {@code after} is not managed. */
    public static <T> void added(Optional<SortedSet<T>> before, Optional<SortedSet<T>> after, Consumer<T> add) {
        after.ifPresent(wanted -> wanted.stream()
                .filter(t -> before.isEmpty() || !before.orElseThrow().contains(t))
                .forEach(add));
    }

    /** Calls {@code remove} for what only {@code before} has; nothing when {@code after} is not managed. */
    public static <T> void removed(Optional<SortedSet<T>> before, Optional<SortedSet<T>> after, Consumer<T> remove) {
        after.ifPresent(wanted -> before.ifPresent(
                found -> found.stream().filter(t -> !wanted.contains(t)).forEach(remove)));
    }
}
