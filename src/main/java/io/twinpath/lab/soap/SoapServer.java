package io.twinpath.lab.soap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One HTTPS server on loopback with the API under {@code /sdk}, until it is closed.
 *
 * <p>A server of its own, because a site may have a thousand of them: it costs a socket and a waiting virtual thread until
 * somebody comes, and TLS is set up for the first who does.
 */
public final class SoapServer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 300_000;
    private static final int MOST_CLIENTS = 256;
    private static final String COOKIE = "vmware_soap_session";
    private static final String XML = "text/xml; charset=utf-8";
    private final ServerSocket socket;
    private final Identity identity;
    private final SoapHandler handler;
    private final String version;
    private final Semaphore room = new Semaphore(MOST_CLIENTS);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean unreachable;
    private @Nullable SSLContext context;

    private SoapServer(ServerSocket socket, Identity identity, String version, SoapHandler handler) {
        this.socket = socket;
        this.identity = identity;
        this.version = version;
        this.handler = handler;
    }

    /**
     * Starts a server that can be connected to when this returns.
     *
     * @param name what it is called in its certificate
     * @param port 0 for a free one
     * @param identity as an earlier one encoded it; anything else makes a new one
     * @param version of the API, such as {@code 6.7}
     */
    public static SoapServer open(String name, int port, String identity, String version, SoapHandler handler)
            throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Identity known = Identity.decode(identity).orElseGet(() -> Identity.generate(name));
        SoapServer server = new SoapServer(socket, known, version, handler);
        Thread.ofVirtual().name("lab-soap-" + name).start(server::accept);
        return server;
    }

    public String url() {
        return "https://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort() + "/sdk";
    }

    /** Lower-case hex of the SHA-256 of its certificate. */
    public String sha256() {
        return identity.sha256();
    }

    /** Key and certificate, to be kept and given to the next one. */
    public String identity() {
        return identity.encoded();
    }

    /** Cuts off who is connected and lets nobody in, or takes that back. */
    public void unreachable(boolean cut) {
        unreachable = cut;
        if (cut) {
            clients.forEach(SoapServer::quietly);
        }
    }

    @Override
    public void close() {
        quietly(socket);
        clients.forEach(SoapServer::quietly);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (unreachable || !room.tryAcquire()) {
                    quietly(client);
                } else {
                    clients.add(client);
                    Thread.ofVirtual().name("lab-soap-client").start(() -> serve(client));
                }
            } catch (IOException closed) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket plain) {
        try (plain;
                SSLSocket client = (SSLSocket) context().getSocketFactory().createSocket(plain, null, true)) {
            plain.setSoTimeout(PATIENCE_MILLIS);
            plain.setTcpNoDelay(true);
            Http http = new Http(client.getInputStream(), client.getOutputStream());
            for (Optional<Http.Request> next = http.next(); next.isPresent(); next = http.next()) {
                Http.Request request = next.orElseThrow();
                answer(http, request);
                if (request.last()) {
                    return;
                }
            }
        } catch (IOException | GeneralSecurityException gone) {
            // The client left, fell silent or does not speak HTTP over TLS; there is nobody to tell.
        } finally {
            clients.remove(plain);
            room.release();
        }
    }

    private void answer(Http http, Http.Request request) throws IOException {
        String path = request.path().replaceAll("[?].*|/$", "");
        if (request.verb().equals("POST") && path.equals("/sdk")) {
            call(http, request);
        } else if (request.verb().equals("GET") && path.equals("/sdk/vimServiceVersions.xml")) {
            http.answer(200, XML, Optional.empty(), versions(version).getBytes(StandardCharsets.UTF_8));
        } else {
            http.answer(404, "text/plain", Optional.empty(), new byte[0]);
        }
    }

    private void call(Http http, Http.Request request) throws IOException {
        byte[] body;
        Optional<String> cookie = Optional.empty();
        int status = 200;
        try {
            Element method = Envelope.method(request.body());
            SoapHandler.Answer answer = handler.call(method, request.cookie(COOKIE));
            body = Envelope.answer(method.name(), answer.result());
            cookie = answer.session().map(s -> COOKIE + "=\"" + s + "\"; Path=/; HttpOnly; Secure;");
        } catch (SoapFault fault) {
            body = Envelope.fault(fault);
            status = 500;
        }
        if (unreachable) {
            throw new SocketException("cut off");
        }
        http.answer(status, XML, cookie, body);
    }

    private synchronized SSLContext context() throws GeneralSecurityException {
        SSLContext ready = context;
        if (ready == null) {
            ready = identity.context();
            context = ready;
        }
        return ready;
    }

    private static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception gone) {
            // Closing is all that was wanted.
        }
    }

    /** What clients ask for to learn which API to speak. */
    private static String versions(String newest) {
        return """
                <?xml version="1.0" encoding="UTF-8" ?>
                <namespaces version="1.0"><namespace><name>urn:vim25</name><version>%s</version>\
                <priorVersions><version>6.5</version><version>6.0</version><version>5.5</version></priorVersions>\
                </namespace></namespaces>
                """.formatted(newest);
    }
}
