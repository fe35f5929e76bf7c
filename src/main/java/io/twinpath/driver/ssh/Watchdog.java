package io.twinpath.driver.ssh;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The thread that cuts connections which take too long. */
final class Watchdog {

    private Watchdog() {}

    static ScheduledThreadPoolExecutor start() {
        ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("ssh watchdog").factory());
        watchdog.setRemoveOnCancelPolicy(true);
        return watchdog;
    }
}
