package io.twinpath.cli;

import io.twinpath.model.Way;
import io.twinpath.observe.Progress;

/**
 * Says how far a look at the site is. On a terminal one line that renews itself; else nothing for short looks and a line
 * every ten seconds for long ones.
 */
final class ReadingProgress implements Progress, AutoCloseable {

    private static final long HEARTBEAT_NANOS = 10_000_000_000L;

    private final Console console;
    private final String places;
    private final Progress also;
    private int done;
    private long spoken = System.nanoTime();
    private boolean drawn;

    ReadingProgress(Console console, int hosts) {
        this(console, hosts, Progress.silent());
    }

    /** @param also is told the same */
    ReadingProgress(Console console, int hosts, Progress also) {
        this.console = console;
        this.places = hosts + (hosts == 1 ? " host" : " hosts");
        this.also = also;
    }

    @Override
    public synchronized void answered(String host, int facts) {
        also.answered(host, facts);
        tell(host);
    }

    @Override
    public synchronized void failed(String host, String reason) {
        also.failed(host, reason);
        tell(host);
    }

    private void tell(String place) {
        if (!place.equals(Way.VCENTER)) { // which is asked beside the hosts
            done++;
        }
        if (console.interactive()) {
            console.err().print("\rreading " + done + " of " + places + " ");
            console.err().flush();
            drawn = true;
        } else if (System.nanoTime() - spoken > HEARTBEAT_NANOS) {
            spoken = System.nanoTime();
            console.err().println("reading " + done + " of " + places);
        }
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
