package io.twinpath.lab;

import io.twinpath.diag.Result;
import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.site.Aftermath;
import io.twinpath.lab.site.LabState;
import io.twinpath.lab.site.Operation;
import io.twinpath.lab.site.Operations;
import io.twinpath.lab.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The site of a running lab: the one lock around it, the file it is kept in, and who wants to know of changes. */
final class RunningSite {

    private static final System.Logger TROUBLE = System.getLogger(RunningSite.class.getName());

    private final Site site;
    private final Optional<LabState> kept;
    private final InstantSource clock;
    private final LabLog log;
    private final Lock lock = new ReentrantLock();
    private volatile Runnable onCommand = () -> {};

    RunningSite(Site site, Optional<Path> file, InstantSource clock, LabLog log) {
        this.site = site;
        this.kept = file.map(f -> new LabState(f, site));
        this.clock = clock;
        this.log = log;
    }

    Site site() {
        return site;
    }

    InstantSource clock() {
        return clock;
    }

    LabLog log() {
        return log;
    }

    Lock lock() {
        return lock;
    }

    /** Sets what is told after a host's own command changed the site. */
    void onCommand(Runnable listener) {
        onCommand = listener;
    }

    /** Runs a command of a host; when it changed something, the site is kept and the listener told. */
    Esxcli.Done call(String host, Supplier<Esxcli.Done> command) {
        Esxcli.Done done;
        lock.lock();
        try {
            done = command.get();
            if (done.changed()) {
                Aftermath.glance(site, clock.instant(), host);
                keep();
            }
        } finally {
            lock.unlock();
        }
        if (done.changed()) {
            onCommand.run();
        }
        return done;
    }

    /** Changes the site through the API; it is kept, and the listener told. */
    <T> T change(Supplier<T> change) {
        T done;
        lock.lock();
        try {
            Aftermath.tick(site, clock.instant());
            done = change.get();
            Aftermath.changed(site, clock.instant());
            keep();
        } finally {
            lock.unlock();
        }
        onCommand.run();
        return done;
    }

    /** Carries out an operation and keeps the site. */
    Result<String> apply(Operation operation) {
        lock.lock();
        try {
            Result<String> result = new Operations(site, clock.instant()).apply(operation);
            if (result instanceof Result.Ok<String>) {
                keep();
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Looks at the site while nobody changes it. */
    <T> T look(Function<Site, T> question) {
        lock.lock();
        try {
            Aftermath.tick(site, clock.instant());
            return question.apply(site);
        } finally {
            lock.unlock();
        }
    }

    /** Saves the site where it is to be kept. A lab whose disk is full goes on without. */
    void keep() {
        kept.ifPresent(k -> {
            try {
                k.save();
            } catch (IOException wrong) {
                TROUBLE.log(System.Logger.Level.WARNING, "the lab state cannot be kept: {0}", wrong.getMessage());
            }
        });
    }
}
