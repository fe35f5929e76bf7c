package io.twinpath.lab.ssh;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.Factory;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.io.IoServiceFactoryFactory;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactory;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.NoCloseExecutor;
import org.apache.sshd.server.SshServer;

/** The platform threads of a site: a few for the sockets of all hosts, and a bounded number for commands. */
final class SharedThreads implements IoServiceFactoryFactory, AutoCloseable {

    /** Commands of all hosts that run at the same time; more wait for their turn. */
    private static final int MOST_COMMANDS = 256;

    private static final int SOCKET_THREADS = 4;
    private static final int IDLE_SECONDS = 5;
    private static final int CLOSE_SECONDS = 5;
    private static final long STACK = 1 << 20;

    private final Set<Thread> started = ConcurrentHashMap.newKeySet();
    private final ExecutorService sockets = Executors.newFixedThreadPool(SOCKET_THREADS, named("lab-ssh-io-"));
    private final ThreadPoolExecutor commands = new ThreadPoolExecutor(
            MOST_COMMANDS,
            MOST_COMMANDS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("lab-ssh-command-"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("lab-ssh-timer-"));
    private final Nio2ServiceFactory factory;

    SharedThreads() {
        commands.allowCoreThreadTimeOut(true);
        factory = new Nio2ServiceFactory(
                SshServer.setUpDefaultServer(), new NoCloseExecutor(sockets), new NoCloseExecutor(sockets));
    }

    private ThreadFactory named(String prefix) {
        ThreadFactory factory =
                Thread.ofPlatform().daemon().stackSize(STACK).name(prefix, 1).factory();
        return task -> {
            Thread thread = factory.newThread(task);
            started.removeIf(old -> old.getState() == Thread.State.TERMINATED);
            started.add(thread);
            return thread;
        };
    }

    ExecutorService commands() {
        return commands;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public IoServiceFactory create(FactoryManager manager) {
        return new SharedSockets(factory, manager);
    }

    @Override
    public void setExecutorServiceFactory(Factory<CloseableExecutorService> executors) {
        throw new UnsupportedOperationException("the threads are the site's own");
    }

    @Override
    public void close() {
        factory.close(true).awaitUninterruptibly(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        commands.shutdownNow();
        timer.shutdownNow();
        sockets.shutdownNow();
        try {
            // An executor says that it has ended a moment before its threads do. All are daemon threads: a handler that
            // ignores its interrupt keeps nothing else alive.
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
            for (Thread thread : started) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
