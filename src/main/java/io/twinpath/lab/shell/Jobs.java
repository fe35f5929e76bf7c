package io.twinpath.lab.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * The background commands of one host, each on a daemon thread of its own, at most {@value #MOST} at a time.
 * {@link #close} is the host losing power.
 */
public final class Jobs implements AutoCloseable {

    static final int MOST = 32;

    private static final long STACK = 1 << 20;
    private static final int FIRST_PID = 2_097_152;
    private static final int REMEMBERED = 1_000;

    private final AtomicInteger lastPid = new AtomicInteger(FIRST_PID);
    private final Map<Integer, Job> jobs = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(MOST);
    private volatile boolean closed;

    /** The number of background commands that have not ended. */
    public int running() {
        return MOST - room.availablePermits();
    }

    /** Interrupts every background command. None can be started afterwards. */
    @Override
    public void close() {
        closed = true;
        jobs.values().forEach(Job::interrupt);
    }

    int nextPid() {
        return lastPid.incrementAndGet();
    }

    /** Starts a command unless the host has too many already. */
    Optional<Job> start(IntSupplier command) {
        if (closed || jobs.size() > REMEMBERED || !room.tryAcquire()) {
            return Optional.empty();
        }
        Job job = new Job(nextPid());
        jobs.put(job.pid, job);
        job.thread = Thread.ofPlatform()
                .daemon()
                .name("lab-job-" + job.pid)
                .stackSize(STACK)
                .unstarted(() -> run(job, command));
        job.thread.start();
        if (closed) {
            job.interrupt();
        }
        return Optional.of(job);
    }

    Optional<Job> find(int pid) {
        return Optional.ofNullable(jobs.get(pid));
    }

    private void run(Job job, IntSupplier command) {
        try {
            job.exit = command.getAsInt();
        } finally {
            room.release();
            job.ended.countDown();
            if (jobs.size() > REMEMBERED / 2) {
                jobs.values().removeIf(old -> old.ended.getCount() == 0 && old != job);
            }
        }
    }

    /** One background command. */
    static final class Job {

        final int pid;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Set<String> ignored = Set.of();
        private volatile int exit = Budget.KILLED;
        private volatile Thread thread = Thread.currentThread();

        private Job(int pid) {
            this.pid = pid;
        }

        boolean running() {
            return ended.getCount() > 0;
        }

        /** Signals that the command has trapped with an empty action. */
        void ignore(Map<String, String> traps) {
            ignored = Set.copyOf(traps.keySet());
        }

        /** Ends the command unless it ignores the signal. */
        void signal(String name) {
            if (name.equals("KILL") || !ignored.contains(name)) {
                interrupt();
            }
        }

        void interrupt() {
            if (running()) {
                thread.interrupt();
            }
        }

        /** Waits for the end. */
        Optional<Integer> await(long millis) throws InterruptedException {
            return ended.await(millis, TimeUnit.MILLISECONDS) ? Optional.of(exit) : Optional.empty();
        }
    }
}
