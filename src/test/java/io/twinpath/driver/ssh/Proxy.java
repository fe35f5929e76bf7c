package io.twinpath.driver.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP relay on loopback that counts, and that can cut or freeze what passes. */
final class Proxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong down = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile long cutAfter = Long.MAX_VALUE;
    private final AtomicInteger resets = new AtomicInteger();
    private volatile boolean frozen;

    Proxy(int target) throws IOException {
        this.target = target;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Bytes from the server to the client so far. */
    long down() {
        return down.get();
    }

    /** Cuts all connections when so many bytes went from the server to the client. */
    void cutAfter(long bytes) {
        cutAfter = bytes;
    }

    /** Resets so many connections before their first byte. */
    void resetFirst(int number) {
        resets.set(number);
    }

    /** Lets nothing through any more, without a sign. */
    void freeze() {
        frozen = true;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.incrementAndGet();
                if (resets.getAndDecrement() > 0) {
                    client.setSoLinger(true, 0);
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofPlatform().daemon().start(() -> relay(client, server, false));
                Thread.ofPlatform().daemon().start(() -> relay(server, client, true));
            } catch (IOException e) {
                cut();
            }
        }
    }

    private void relay(Socket from, Socket to, boolean downwards) {
        byte[] buffer = new byte[4096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (true) {
                int n = in.read(buffer);
                if (n < 0) {
                    return;
                }
                if (frozen) {
                    continue;
                }
                if (downwards) {
                    long rest = cutAfter - down.get();
                    if (rest < n) {
                        out.write(buffer, 0, (int) Math.max(0, rest));
                        down.addAndGet(Math.max(0, rest));
                        cut();
                        return;
                    }
                    down.addAndGet(n);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // The other side is gone; closing ours says so.
        }
    }

    private void cut() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                open.remove(socket);
            }
        });
        open.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
