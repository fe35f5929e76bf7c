package io.twinpath.probe;

import java.time.Duration;

/**
 * By how much the clock of a host is ahead of this machine's; negative when it is behind. A host tells whole seconds, some
 * time between question and answer, so it is between two bounds.
 */
public record HostClock(Duration least, Duration most) {

    public HostClock {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("the least is at most the most");
        }
    }

    /** The same against another clock, which is ahead of this machine's by so much. */
    public HostClock against(Duration ahead) {
        return new HostClock(least.minus(ahead), most.minus(ahead));
    }

    /** Whether both clocks can show the same. */
    public boolean agrees() {
        return !least.isPositive() && !most.isNegative();
    }

    /** By how much it is ahead for sure; negative when it is behind, zero when both can show the same. */
    public Duration ahead() {
        return least.isNegative() ? apart().negated() : apart();
    }

    /** The smallest amount by which they differ for sure; zero when they agree. */
    public Duration apart() {
        if (agrees()) {
            return Duration.ZERO;
        }
        return least.isPositive() ? least : most.negated();
    }
}
