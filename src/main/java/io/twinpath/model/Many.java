package io.twinpath.model;

import java.util.Collection;
import java.util.stream.Stream;

/** Pure work on each of many things. */
public final class Many {

    /** With fewer, waking other threads takes longer than they save. */
    private static final int WORTH_IT = 512;

    private Many() {}

    /** Each of them in their order, on all processors where there are many: what is done to one must not touch another. */
    public static <T> Stream<T> each(Collection<T> things) {
        return things.size() < WORTH_IT ? things.stream() : things.parallelStream();
    }
}
