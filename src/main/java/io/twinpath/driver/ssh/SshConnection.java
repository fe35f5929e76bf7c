package io.twinpath.driver.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An authenticated connection. Runs one script at a time. */
final class SshConnection implements AutoCloseable {

    /** A script did not run to its end, as far as is known. The message completes a sentence. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean flooded;

        Broken(String why, boolean flooded) {
            super(why);
            this.flooded = flooded;
        }

        /** The host sent more than anybody could want. */
        boolean flooded() {
            return flooded;
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private final Session session;
    private final Wire wire;
    private final ScheduledExecutorService watchdog;
    private final List<String> keys;

    /** @param keys the public keys in base64 of which one opened the door; none after a password */
    SshConnection(Session session, Wire wire, ScheduledExecutorService watchdog, List<String> keys) {
        this.keys = List.copyOf(keys);
        this.session = session;
        this.wire = wire;
        this.watchdog = watchdog;
    }

    List<String> keys() {
        return keys;
    }

    boolean isOpen() {
        return session.isConnected() && !wire.ended();
    }

    /** What the script printed. After a failure the connection is closed: what it would say next belongs to nothing. */
    byte[] run(Script script, Duration limit, int most) throws Broken {
        Sink sink = new Sink(most);
        Future<?> cutting = watchdog.schedule(wire::cut, limit.toMillis(), TimeUnit.MILLISECONDS);
        boolean whole = false;
        try {
            ChannelExec channel = start(script, sink);
            // A little longer than the watchdog, which names the reason.
            boolean ended = sink.await(limit.plusSeconds(1));
            if (sink.isOver()) {
                throw new Broken("it printed more than " + (most >> 20) + " MiB", true);
            }
            if (!ended || wire.wasCut()) {
                throw new Broken("it did not end in " + limit.toSeconds() + " s", false);
            }
            channel.disconnect();
            whole = true;
            return sink.bytes();
        } catch (JSchException | RuntimeException e) {
            throw new Broken(
                    wire.wasCut() ? "it did not end in " + limit.toSeconds() + " s" : "the connection broke", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("it was interrupted here", false);
        } finally {
            cutting.cancel(false);
            if (!whole) {
                close();
            }
        }
    }

    private ChannelExec start(Script script, Sink sink) throws JSchException {
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        channel.setPty(false);
        channel.setAgentForwarding(false);
        channel.setCommand(script.text().getBytes(StandardCharsets.UTF_8));
        channel.setOutputStream(sink);
        channel.setErrStream(OutputStream.nullOutputStream());
        channel.connect();
        return channel;
    }

    @Override
    public void close() {
        session.disconnect();
        wire.close();
    }
}
