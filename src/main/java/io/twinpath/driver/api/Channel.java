package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * One connection: TCP, TLS, and one exchange of HTTP/1.1 after the other. No proxy, no redirect, no retry, no cookie jar:
 * what is sent goes to the server whose certificate was judged, once.
 */
final class Channel implements AutoCloseable {

    /** The first spares a cold JVM the tables of the others. */
    private static final String[] GROUPS = {"x25519", "secp384r1", "secp256r1"};

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** Takes an answer from its stream. */
    @FunctionalInterface
    interface Taking<T> {
        T take(HttpHead head, HttpBody body) throws IOException, Broken;
    }

    private final ApiTarget target;
    private final Socket raw;
    private final InputStream in;
    private final OutputStream out;
    private final ScheduledExecutorService watchdog;
    private volatile boolean cut;
    private boolean usable = true;
    private long idleSince = System.nanoTime();

    private Channel(ApiTarget target, Socket raw, SSLSocket tls, ScheduledExecutorService watchdog) throws IOException {
        this.target = target;
        this.raw = raw;
        this.in = new BufferedInputStream(tls.getInputStream(), 16 << 10);
        this.out = tls.getOutputStream();
        this.watchdog = watchdog;
    }

    static SSLContext context(CertificateCheck check) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {check}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /** A connection to the right server, or none. Not one byte of a request is sent here. */
    static Channel open(
            ApiTarget target,
            SSLContext context,
            CertificateCheck check,
            ApiLimits limits,
            ScheduledExecutorService watchdog)
            throws DriverException {
        Socket raw = connect(target, limits);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = watchdog.schedule(
                () -> {
                    late.set(true);
                    closed(raw);
                },
                limits.handshake().toMillis(),
                TimeUnit.MILLISECONDS);
        boolean opened = false;
        try {
            SSLSocket tls =
                    (SSLSocket) context.getSocketFactory().createSocket(raw, target.address(), target.port(), true);
            tls.setSSLParameters(parameters(tls.getSSLParameters(), check));
            tls.startHandshake();
            check.again((X509Certificate) tls.getSession().getPeerCertificates()[0]);
            Channel channel = new Channel(target, raw, tls, watchdog);
            opened = true;
            return channel;
        } catch (IOException | CertificateException | RuntimeException e) {
            throw refused(target, check, e, late.get());
        } finally {
            end.cancel(false);
            if (!opened) {
                closed(raw);
            }
        }
    }

    static SSLParameters parameters(SSLParameters parameters, CertificateCheck check) {
        parameters.setProtocols(PROTOCOLS);
        parameters.setNamedGroups(GROUPS);
        if (check.comparesName()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }

    private static Socket connect(ApiTarget target, ApiLimits limits) throws DriverException {
        InetSocketAddress address = new InetSocketAddress(target.address(), target.port());
        if (address.isUnresolved()) {
            throw unreachable(target, "the name is not known");
        }
        // Not the proxy that a system property may name: it would see where we go, and could be anybody's.
        Socket raw = new Socket(Proxy.NO_PROXY);
        try {
            raw.connect(address, Math.toIntExact(limits.connect().toMillis()));
            raw.setTcpNoDelay(true);
            raw.setKeepAlive(true);
            return raw;
        } catch (java.net.SocketTimeoutException e) {
            closed(raw);
            throw unreachable(target, "no answer within " + limits.connect().toSeconds() + " seconds");
        } catch (IOException e) {
            closed(raw);
            throw unreachable(target, lower(String.valueOf(e.getMessage())));
        }
    }

    private static DriverException unreachable(ApiTarget target, String why) {
        return new DriverException(new DriverProblem.Unreachable(target.place(), target.endpoint(), why));
    }

    private static DriverException refused(ApiTarget target, CertificateCheck check, Exception e, boolean late) {
        if (check.objection().isPresent()) {
            return new DriverException(check.objection().orElseThrow());
        }
        if (late) {
            return unreachable(target, "its TLS handshake takes too long");
        }
        if (e instanceof SSLException && !(e.getCause() instanceof java.io.EOFException)) {
            String why =
                    e instanceof SSLHandshakeException ? "the handshake failed" : "it does not speak TLS as it should";
            return new DriverException(new DriverProblem.NoSafeConnection(
                    target.place(), target.endpoint(), why + " (" + oneLine(e) + ")"));
        }
        return unreachable(target, "it hung up during the TLS handshake");
    }

    private static String oneLine(Exception e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return lower(text.length() > 200 ? text.substring(0, 200) : text);
    }

    private static String lower(String text) {
        String kept = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return kept.isEmpty() ? kept : Character.toLowerCase(kept.charAt(0)) + kept.substring(1);
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    boolean usable() {
        return usable && !raw.isClosed();
    }

    /**
     * One exchange.
     *
     * @param head lines of the request beside those that every one has
     * @param limit from now to the last byte of the answer
     * @param most bytes of the body that are taken
     * @throws Broken when it did not come to its end; the request may have been received
     */
    <T> T post(String head, byte[] body, Duration limit, long most, Taking<T> taking) throws Broken {
        usable = false;
        ScheduledFuture<?> end = watchdog.schedule(
                () -> {
                    cut = true;
                    closed(raw);
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            send(head, body);
            HttpHead answer = HttpHead.read(in);
            try (HttpBody rest = new HttpBody(in, answer, most)) {
                T taken = taking.take(answer, rest);
                rest.drain();
                usable = rest.reusable() && !answer.closes();
                return taken;
            }
        } catch (HttpBody.TooLong | java.net.ProtocolException e) {
            throw new Broken(Broken.Blame.SERVER, String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            throw lost(e, limit);
        } finally {
            end.cancel(false);
            idleSince = System.nanoTime();
        }
    }

    private Broken lost(Exception e, Duration limit) {
        if (cut) {
            return new Broken(
                    Broken.Blame.CONNECTION,
                    "there was no end of the answer within " + limit.toSeconds() + " seconds",
                    e);
        }
        return e instanceof IOException
                ? new Broken(Broken.Blame.CONNECTION, lower(oneLine(e)), e)
                : new Broken(Broken.Blame.SERVER, "its answer is damaged", e);
    }

    private void send(String head, byte[] body) throws IOException {
        String lines = "POST /sdk HTTP/1.1\r\nHost: " + target.authority()
                + "\r\nContent-Type: text/xml; charset=utf-8\r\nUser-Agent: Twinpath\r\n" + head
                + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = lines.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        try {
            out.write(all);
            out.flush();
        } finally {
            java.util.Arrays.fill(all, (byte) 0);
        }
    }

    @Override
    public void close() {
        usable = false;
        closed(raw);
    }

    /** Of the socket below TLS: no farewell that could block. */
    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
