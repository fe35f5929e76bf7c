package io.twinpath.execute;

import java.time.Clock;
import java.time.Duration;

/**
 * How a run behaves.
 *
 * @param toolVersion of this Twinpath; a plan of another is refused
 * @param clock for the age of the plan
 * @param oldest how old a plan may be
 * @param hostsAtOnce how many hosts are changed at the same time; 1 keeps the damage of a bad change to one
 * @param readBacks how often a step is read back before it counts as failed, 1 or more
 * @param between how long to wait before it is read back again
 * @param pause waits; replaced by tests
 */
public record ExecuteSettings(
        String toolVersion,
        Clock clock,
        Duration oldest,
        int hostsAtOnce,
        int readBacks,
        Duration between,
        Pause pause) {

    public ExecuteSettings {
        if (hostsAtOnce < 1 || readBacks < 1) {
            throw new IllegalArgumentException("at least one host at once and one reading back");
        }
    }

    /** A way to wait. */
    public interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }

    /** One host after another, five readings a second apart, plans of the last 24 hours. */
    public static ExecuteSettings standard(String toolVersion) {
        return new ExecuteSettings(
                toolVersion, Clock.systemUTC(), Duration.ofHours(24), 1, 5, Duration.ofSeconds(1), Thread::sleep);
    }

    public ExecuteSettings hostsAtOnce(int hosts) {
        return new ExecuteSettings(toolVersion, clock, oldest, hosts, readBacks, between, pause);
    }
}
