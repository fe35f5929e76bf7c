package io.twinpath.lab.ssh;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The commands of one host: those that run, and those that wait because the host hangs. */
final class Commands {

    private final String host;
    private final CommandHandler handler;
    private final CommandLog log;
    private final InstantSource clock;
    private final SharedThreads threads;
    private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean hanging;

    Commands(String host, CommandHandler handler, CommandLog log, InstantSource clock, SharedThreads threads) {
        this.host = host;
        this.handler = handler;
        this.log = log;
        this.clock = clock;
        this.threads = threads;
    }

    ExecCommand command(String line) {
        return new ExecCommand(this, Optional.of(line));
    }

    /** A login without a command line. */
    ExecCommand login() {
        return new ExecCommand(this, Optional.empty());
    }

    CommandHandler handler() {
        return handler;
    }

    Instant now() {
        return clock.instant();
    }

    void ran(Instant received, Optional<String> command, Optional<Integer> exit) {
        log.ran(received, host, command.orElse(""), exit);
    }

    /** Runs something on a command thread; says whether there was room. */
    boolean submit(Runnable task) {
        try {
            running.removeIf(Future::isDone);
            running.add(threads.commands().submit(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    void hanging(boolean hangs) {
        lock.lock();
        try {
            hanging = hangs;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes those that wait, so that a command whose client left can give up. */
    void left() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the host does not hang, or the client of this command has left. */
    void awaitTurn(ExecCommand command) throws InterruptedException {
        lock.lock();
        try {
            while (hanging && !command.hasLeft()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        running.forEach(future -> future.cancel(true));
    }
}
