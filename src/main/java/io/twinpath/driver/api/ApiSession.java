package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.Usage;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.model.SecretRef;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One login at one server, shared by whoever talks to it. Opened at the first call, opened again once when the server has
 * forgotten it. Reads are repeated once over a fresh connection; changes never are.
 */
final class ApiSession implements AutoCloseable {

    /** Something that only reads and may be done twice. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws DriverException, FaultException, Unresolved, Broken;
    }

    private static final Ref SERVICE_INSTANCE = new Ref("ServiceInstance", "ServiceInstance");
    private static final String NAMESPACE = "urn:vim25";
    private static final String OLDEST_ACTION = NAMESPACE + "/6.0";
    private static final SecretRef LOGIN = new SecretRef("login", "password");
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ApiTarget target;
    private final Connections connections;
    private final Secrets secrets;
    private final ApiLimits limits;
    private final AtomicInteger generation = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Optional<ServerContent> content = Optional.empty();
    private volatile String cookie = "";
    private volatile boolean open;
    private Optional<DriverProblem> refused = Optional.empty();
    private int logins;

    ApiSession(
            ApiTarget target,
            CertificatePins pins,
            Secrets secrets,
            ApiLimits limits,
            ScheduledExecutorService watchdog) {
        this.target = target;
        this.secrets = secrets;
        this.limits = limits;
        this.connections = new Connections(target, pins, limits, watchdog);
    }

    ApiTarget target() {
        return target;
    }

    ApiLimits limits() {
        return limits;
    }

    /** Counts logins; what belongs to one of them, such as views, is lost with the next. */
    int generation() {
        return generation.get();
    }

    Usage usage() {
        return new Usage(generation.get(), calls.get(), calls.get());
    }

    /** Logged in, or an exception that says why not. */
    synchronized ServerContent open() throws DriverException {
        if (open) {
            return content.orElseThrow();
        }
        if (target.password().isEmpty()) {
            throw new DriverException(new DriverProblem.NoPassword(target.place()));
        }
        if (refused.isPresent()) {
            throw new DriverException(refused.orElseThrow());
        }
        if (logins >= limits.logins()) {
            throw new DriverException(new DriverProblem.TooManyLogins(target.place(), logins));
        }
        try {
            ServerContent fresh = content();
            content = Optional.of(fresh);
            login(fresh);
            open = true;
            return fresh;
        } catch (Broken e) {
            throw lost(e);
        }
    }

    private ServerContent content() throws DriverException, Broken {
        Node answer;
        try {
            answer = once(
                    Request.of(SERVICE_INSTANCE, "RetrieveServiceContent"),
                    OLDEST_ACTION,
                    ApiSession::none,
                    limits.read());
        } catch (FaultException e) {
            throw new DriverException(
                    new DriverProblem.Framing(target.place(), "it refuses to say what it is: " + e.fault()));
        }
        ServerContent fresh = ServerContent.of(answer)
                .orElseThrow(() ->
                        new DriverException(new DriverProblem.Framing(target.place(), "it does not say what it is")));
        if (!fresh.spoken()) {
            throw new DriverException(new DriverProblem.Framing(
                    target.place(), "its API is " + fresh.apiVersion() + ", and only 6.0 and later is spoken"));
        }
        return fresh;
    }

    private void login(ServerContent at) throws DriverException, Broken {
        logins++;
        try (Secret password = target.password().orElseThrow().resolve(secrets)) {
            char[] chars = password.reveal();
            String text = new String(chars);
            Arrays.fill(chars, '\0');
            Request login = Request.of(
                    at.sessionManager(),
                    "Login",
                    Node.string("userName", target.user()),
                    Node.secret("password", LOGIN),
                    Node.string("locale", "en"));
            once(login, action(), reference -> text, limits.read());
            generation.incrementAndGet();
        } catch (FaultException e) {
            if (e.is("InvalidLogin") || e.is("NoPermission") || e.is("InvalidLocale")) {
                // Many hosts share one login, and the next of them would be refused as well.
                DriverProblem refusal = e.is("NoPermission")
                        ? new DriverProblem.LockedOut(target.place(), target.user())
                        : new DriverProblem.Refused(target.place(), target.user());
                refused = Optional.of(refusal);
                throw new DriverException(refusal);
            }
            throw new DriverException(new DriverProblem.Framing(target.place(), "it refuses the login: " + e.fault()));
        }
    }

    /**
     * Reads, over however many calls. Done again once when the server has forgotten the session or the connection was lost.
     */
    <T> T reading(Work<T> work) throws DriverException, FaultException, Unresolved {
        open();
        int before = generation.get();
        try {
            return work.run();
        } catch (FaultException e) {
            if (!e.is("NotAuthenticated")) {
                throw e;
            }
            forgotten(before);
        } catch (Broken e) {
            if (e.blame() != Broken.Blame.CONNECTION) {
                throw lost(e);
            }
            connections.closeIdle();
        }
        open();
        try {
            return work.run();
        } catch (Broken e) {
            throw lost(e);
        }
    }

    /** The session that was there at that login is gone; the next call makes a new one. */
    synchronized void forgotten(int at) {
        if (generation.get() == at) {
            open = false;
            cookie = "";
        }
    }

    DriverException lost(Broken e) {
        return new DriverException(
                e.blame() == Broken.Blame.CONNECTION
                        ? new DriverProblem.Lost(target.place(), e.why())
                        : new DriverProblem.Framing(target.place(), e.why()));
    }

    /** One call that reads, inside of {@link #reading}. */
    Node read(Request request) throws DriverException, FaultException, Broken {
        return once(request, action(), ApiSession::none, limits.read());
    }

    private Node once(Request request, String action, Function<SecretRef, String> clear, Duration limit)
            throws DriverException, FaultException, Broken {
        StringBuilder text = Envelope.of(request, NAMESPACE, clear);
        ReadOnlyCalls.check(text);
        return exchange(text, action, limit, Duration.ofMinutes(1));
    }

    /**
     * One call that changes something: sent once. A session that was forgotten meanwhile is a fault like others.
     *
     * @throws DriverException when nothing was sent
     * @throws Broken when it was sent and its end is not known
     */
    Node change(Request request, Function<SecretRef, String> clear) throws DriverException, FaultException, Broken {
        int before = generation.get();
        StringBuilder text = Envelope.of(request, NAMESPACE, clear);
        try {
            return exchange(text, action(), limits.change(), limits.idle());
        } catch (FaultException e) {
            if (e.is("NotAuthenticated")) {
                forgotten(before);
            }
            throw e;
        }
    }

    private Node exchange(StringBuilder text, String action, Duration limit, Duration idle)
            throws DriverException, FaultException, Broken {
        byte[] body = text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String head = "SOAPAction: \"" + action + "\"\r\n" + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n");
        calls.incrementAndGet();
        try {
            Node element = connections.post(head, body, limit, idle, this::taken);
            if (element.name().equals("Fault")) {
                throw new FaultException(Fault.of(element));
            }
            return element;
        } finally {
            Arrays.fill(body, (byte) 0);
            text.setLength(0);
        }
    }

    private Node taken(HttpHead head, HttpBody body) throws java.io.IOException, Broken {
        head.cookie().ifPresent(c -> cookie = c);
        boolean fault = head.status() == 500 && head.xml();
        if (head.status() == 200 || fault) {
            return Envelope.read(body);
        }
        if (head.status() / 100 == 3) {
            throw new Broken(Broken.Blame.SERVER, "it points elsewhere (HTTP " + head + "), where nobody goes");
        }
        boolean busy = head.status() >= 502 && head.status() <= 504;
        throw new Broken(busy ? Broken.Blame.CONNECTION : Broken.Blame.SERVER, "it answered HTTP " + head);
    }

    private String action() {
        return content.map(c -> NAMESPACE + "/" + c.apiVersion()).orElse(OLDEST_ACTION);
    }

    private static String none(SecretRef reference) {
        throw new IllegalStateException("a call that reads carries no secret: " + reference);
    }

    /** Says goodbye, if that can be done quickly: servers allow only so many sessions. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            try {
                once(
                        Request.of(content.orElseThrow().sessionManager(), "Logout"),
                        action(),
                        ApiSession::none,
                        FAREWELL);
            } catch (DriverException | FaultException | Broken e) {
                // The server will forget the session by itself.
            }
        }
        connections.close();
    }
}
