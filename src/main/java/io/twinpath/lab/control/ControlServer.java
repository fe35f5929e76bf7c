package io.twinpath.lab.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Listens for operations on loopback until it is closed. */
public final class ControlServer implements AutoCloseable {

    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_CLIENTS = 16;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int TOKEN_BYTES = 16;

    private final ServerSocket socket;
    private final String token;
    private final Answers answers;
    private final Semaphore room = new Semaphore(MOST_CLIENTS);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private ControlServer(ServerSocket socket, String token, Controlled lab) {
        this.socket = socket;
        this.token = token;
        this.answers = new Answers(lab, token);
    }

    /** Starts on a free port; it can be connected to when this returns. */
    public static ControlServer open(Controlled lab) throws IOException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ControlServer server = new ControlServer(socket, HexFormat.of().formatHex(random), lab);
        Thread.ofPlatform().daemon().name("lab-control").start(server::accept);
        return server;
    }

    public ControlEndpoint endpoint() {
        return new ControlEndpoint(socket.getInetAddress().getHostAddress(), socket.getLocalPort(), token);
    }

    @Override
    public void close() {
        quietly(socket);
        clients.forEach(ControlServer::quietly);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (room.tryAcquire()) {
                    clients.add(client);
                    Thread.ofPlatform().daemon().name("lab-control-client").start(() -> serve(client));
                } else {
                    quietly(client);
                }
            } catch (IOException closed) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
                String answer = answers.to(line.orElseThrow()) + "\n";
                client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // The client left, fell silent or sent a line without end; there is nobody to tell.
        } finally {
            clients.remove(client);
            room.release();
        }
    }

    /** One line without its end; empty at the end of the stream. */
    static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("line too long");
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    private static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception gone) {
            // Closing is all that was wanted.
        }
    }
}
