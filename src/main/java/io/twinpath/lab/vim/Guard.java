package io.twinpath.lab.vim;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** What keeps the site whole while many look at it and change it. */
public interface Guard {

    /** Looks while nobody changes anything. */
    <T> T read(Supplier<T> question);

    /** Changes something: afterwards the site is kept and whoever follows it is told. */
    <T> T write(Supplier<T> change);

    /** For what happens later. */
    ScheduledExecutorService timer();
}
