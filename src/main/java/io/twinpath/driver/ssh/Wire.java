package io.twinpath.driver.ssh;

import com.jcraft.jsch.SocketFactory;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;

/** The TCP connection of one session: remembers how it failed, which JSch does not tell, and can be cut from outside. */
final class Wire implements SocketFactory {

    private final Duration connect;
    private final Socket socket = new Socket();
    private volatile Optional<IOException> notConnected = Optional.empty();
    private volatile boolean ended;
    private volatile boolean cut;

    Wire(Duration connect) {
        this.connect = connect;
    }

    /** Why there was no connection. */
    Optional<IOException> notConnected() {
        return notConnected;
    }

    /** The peer closed or reset it. */
    boolean ended() {
        return ended;
    }

    /** It was cut for taking too long. */
    boolean wasCut() {
        return cut;
    }

    /** Closes it under whoever waits on it: the only thing that also ends a blocked write. */
    void cut() {
        cut = true;
        close();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            ended = true;
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        try {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new java.net.UnknownHostException(host);
            }
            socket.connect(address, Math.toIntExact(connect.toMillis()));
            return socket;
        } catch (IOException e) {
            notConnected = Optional.of(e);
            // Refusals have classes of their own; what is left of SocketException is a reset.
            ended = e.getClass() == SocketException.class;
            throw e;
        }
    }

    @Override
    public InputStream getInputStream(Socket s) throws IOException {
        return new FilterInputStream(s.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                try {
                    int n = super.read(bytes, from, length);
                    ended |= n < 0;
                    return n;
                } catch (java.net.SocketTimeoutException e) {
                    throw e;
                } catch (IOException e) {
                    ended = true;
                    throw e;
                }
            }
        };
    }

    @Override
    public OutputStream getOutputStream(Socket s) throws IOException {
        return new FilterOutputStream(s.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    ended = true;
                    throw e;
                }
            }
        };
    }
}
