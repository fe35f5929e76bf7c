package io.twinpath.driver.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes what one script prints, up to a limit, and tells when it ended. */
final class Sink extends OutputStream {

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean over;

    Sink(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) {
        if (bytes.size() + length > limit) {
            over = true;
            end.countDown();
        } else {
            bytes.write(from, offset, length);
        }
    }

    @Override
    public void close() {
        end.countDown();
    }

    boolean isOver() {
        return over;
    }

    /** Whether it ended in time. */
    boolean await(Duration limit) throws InterruptedException {
        return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }
}
