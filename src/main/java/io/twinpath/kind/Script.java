package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

    /** A call for these options of one object; none when there are no options. */
    public Script set(String words, Option object, List<Option> options) {
        return options.isEmpty()
                ? this
                : add(words, Stream.concat(Stream.of(object), options.stream()).toList());
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

    /**
     * Brings a list whose order counts into the wanted order, where new items go to the end only: what stands wrong is taken
     * out and added again, one at a time, and what is not wanted goes last. So the list is never empty on the way unless it is
     * to be.
     */
    public static <T> void ordered(
            Optional<List<T>> before, Optional<List<T>> after, Consumer<T> add, Consumer<T> remove) {
        List<T> found = before.orElseGet(List::of);
        after.ifPresent(wanted -> {
            int kept = inOrder(found, wanted);
            for (T item : wanted.subList(kept, wanted.size())) {
                if (found.contains(item)) {
                    remove.accept(item);
                }
                add.accept(item);
            }
            found.stream().filter(t -> !wanted.contains(t)).forEach(remove);
        });
    }

    /** How many of the first wanted items stand in the wanted order already. */
    private static <T> int inOrder(List<T> found, List<T> wanted) {
        int kept = 0;
        int at = -1;
        while (kept < wanted.size() && found.indexOf(wanted.get(kept)) > at) {
            at = found.indexOf(wanted.get(kept));
            kept++;
        }
        return kept;
    }
}
