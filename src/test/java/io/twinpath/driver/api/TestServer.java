package io.twinpath.driver.api;

import io.twinpath.driver.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback that does to its client what a test wants, and keeps every byte that it got in the clear.
 */
final class TestServer implements AutoCloseable {

    static final String PASSWORD = "Geheim-7!<&>ü";

    /** Serves one connection, which is a TLS one after its handshake if the server has a certificate. */
    @FunctionalInterface
    interface Serving {
        void serve(InputStream in, OutputStream out, TestServer server) throws Exception;
    }

    /** Answers one request of HTTP; null hangs up. */
    @FunctionalInterface
    interface Answering {
        byte @org.jspecify.annotations.Nullable [] answer(String method, String request) throws Exception;
    }

    /** Sends some bytes and hangs up. */
    static final class CutOff extends Exception {

        private static final long serialVersionUID = 1;

        private final transient byte[] bytes;

        CutOff(byte[] bytes) {
            this.bytes = bytes.clone();
        }
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");
    private static final Pattern METHOD = Pattern.compile("<soap:Body><([A-Za-z_]+)");

    private final ServerSocket listening;
    private final Serving serving;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> methods = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<SSLContext> tls;

    private TestServer(Optional<SSLContext> tls, Serving serving) throws IOException {
        this.tls = tls;
        this.serving = serving;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static TestServer raw(Serving serving) throws IOException {
        return new TestServer(Optional.empty(), serving);
    }

    static TestServer tls(TestCertificate certificate, Answering answering) throws Exception {
        return new TestServer(Optional.of(certificate.context()), (in, out, server) -> server.http(in, out, answering));
    }

    /** From the next connection on. */
    void show(TestCertificate other) throws Exception {
        tls = Optional.of(other.context());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (tls.isEmpty()) {
                serving.serve(socket.getInputStream(), socket.getOutputStream(), this);
                return;
            }
            SSLSocket secure =
                    (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            serving.serve(secure.getInputStream(), secure.getOutputStream(), this);
        } catch (Exception e) {
            // The client has its own opinion of this; tests look at that.
        }
    }

    private void http(InputStream in, OutputStream out, Answering answering) throws Exception {
        while (true) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                head.write(b);
            }
            Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            keep(head.toByteArray());
            keep(body);
            String text = new String(body, StandardCharsets.UTF_8);
            Matcher method = METHOD.matcher(text);
            String name = method.find() ? method.group(1) : "";
            methods.add(name);
            byte[] answer;
            try {
                answer = answering.answer(name, head.toString(StandardCharsets.ISO_8859_1) + text);
            } catch (CutOff e) {
                out.write(e.bytes);
                out.flush();
                return;
            }
            if (answer == null) {
                return;
            }
            out.write(answer);
            out.flush();
        }
    }

    void keep(byte[] bytes) {
        synchronized (seen) {
            seen.writeBytes(bytes);
        }
    }

    /** Everything that came in the clear. */
    String seen() {
        synchronized (seen) {
            return seen.toString(StandardCharsets.UTF_8);
        }
    }

    /** How often a call was received. */
    long calls(String method) {
        synchronized (methods) {
            return methods.stream().filter(method::equals).count();
        }
    }

    List<String> methods() {
        synchronized (methods) {
            return List.copyOf(methods);
        }
    }

    int connections() {
        return connections.get();
    }

    ApiTarget target(String place, String... sha256) {
        return new ApiTarget(
                place,
                "localhost",
                listening.getLocalPort(),
                "root",
                Optional.of(ApiTarget.Password.known(Secret.of(PASSWORD))),
                sha256.length == 0 ? Optional.empty() : Optional.of(sha256[0]));
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    // Answers

    static byte[] ok(String body, String... fields) {
        return http("200 OK", body, fields);
    }

    static byte[] http(String status, String body, String... fields) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        if (!head.toString().contains("Content-Type")) {
            head.append("Content-Type: text/xml; charset=\"utf-8\"\r\n");
        }
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    static String soap(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope"
                + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>" + content
                + "</soapenv:Body></soapenv:Envelope>";
    }

    static byte[] fault(String name, String message, String... detail) {
        return http(
                "500 Internal Server Error",
                soap("<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>" + message
                        + "</faultstring><detail><" + name + "Fault xmlns=\"urn:vim25\" xsi:type=\"" + name + "\">"
                        + String.join("", detail) + "</" + name + "Fault></detail></soapenv:Fault>"));
    }
}
