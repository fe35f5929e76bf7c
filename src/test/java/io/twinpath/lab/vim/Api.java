package io.twinpath.lab.vim;

import io.twinpath.lab.site.Aftermath;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.Value;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The vCenter of a site without a wire: calls are made directly, and tasks go on when a test says so. */
public final class Api {

    private static final int MOST_ROUNDS = 100;

    final Site site;
    final World world;
    private final Deque<Callable<?>> later = new ArrayDeque<>();
    private final VimService service;
    private final String session;
    private Instant now = Sites.MORNING;

    public Api(Site site) {
        this.site = site;
        this.world = new World(site, () -> now, new Direct(), Optional.empty());
        this.service = new VimService(world, new Anybody(), (w, m, o, f) -> {});
        this.session = service.call(
                        element("<Login>%s<userName>u</userName><password>p</password></Login>"
                                .formatted(self("SessionManager", "SessionManager"))),
                        Optional.empty())
                .session()
                .orElseThrow();
    }

    public Ref machine(String name) {
        return world.ref("VirtualMachine", name);
    }

    public Ref cluster() {
        return world.ref("ClusterComputeResource", "lain");
    }

    public Ref host(String name) {
        return world.hostRef(name);
    }

    /** As it stands in a call. */
    public static String xml(String name, Ref ref) {
        return "<" + name + " type=\"" + ref.kind() + "\">" + ref.id() + "</" + name + ">";
    }

    /** What a path leads to, as text; a list in brackets, nothing as an empty text. */
    public String text(Ref on, String path) {
        return Paths.follow(world.object(on).properties(), path).map(Api::text).orElse("");
    }

    private static String text(Value value) {
        return switch (value) {
            case Scalar s -> s.text();
            case Ref r -> r.id();
            case Listing l -> l.items().stream().map(Api::text).toList().toString();
            case Data d -> d.type();
        };
    }

    /** A call that is answered at once. */
    public Optional<? extends Value> call(Ref on, String method, String arguments) {
        Element call = element("<%1$s>%2$s%3$s</%1$s>".formatted(method, self(on.kind(), on.id()), arguments));
        return service.call(call, Optional.of(session)).result();
    }

    /** Starts a task. */
    public Ref start(Ref on, String method, String arguments) {
        return (Ref) call(on, method, arguments).orElseThrow();
    }

    /** One turn of everything that is under way. */
    public void turn() {
        List<Callable<?>> due = new ArrayList<>(later);
        later.clear();
        for (Callable<?> work : due) {
            try {
                work.call();
            } catch (Exception wrong) {
                throw new IllegalStateException(wrong);
            }
        }
    }

    /** Runs a task to its end; {@code success}, or the name of its fault and its message. */
    public String task(Ref on, String method, String arguments) {
        return end(start(on, method, arguments));
    }

    public String end(Ref task) {
        for (int round = 0; round < MOST_ROUNDS && text(task, "info.state").equals("running"); round++) {
            turn();
        }
        return text(task, "info.state").equals("error")
                ? text(task, "info.error.fault") + ": " + text(task, "info.error.localizedMessage")
                : text(task, "info.state");
    }

    public void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private static String self(String kind, String id) {
        return "<_this type=\"" + kind + "\">" + id + "</_this>";
    }

    private static Element element(String xml) {
        try {
            return element(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml.replace(" xsi:type=", " xsi-type="))))
                    .getDocumentElement());
        } catch (Exception wrong) {
            throw new IllegalArgumentException(xml, wrong);
        }
    }

    private static Element element(org.w3c.dom.Element node) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Element inner) {
                children.add(element(inner));
            }
        }
        String text = children.isEmpty() ? node.getTextContent() : "";
        return new Element(node.getTagName(), node.getAttribute("xsi-type"), node.getAttribute("type"), text, children);
    }

    /** Lets anybody in. */
    private static final class Anybody implements Accounts {
        @Override
        public boolean admit(String user, String password) {
            return true;
        }

        @Override
        public boolean restricted() {
            return false;
        }
    }

    /** No lock is needed by one thread; what is to happen later is kept until a turn. */
    private final class Direct implements Guard {

        @Override
        public <T> T read(Supplier<T> question) {
            return question.get();
        }

        @Override
        public <T> T write(Supplier<T> change) {
            T done = change.get();
            Aftermath.changed(site, now);
            return done;
        }

        private final ScheduledExecutorService timer =
                new ScheduledThreadPoolExecutor(0, Thread.ofPlatform().daemon().factory()) {
                    @Override
                    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
                        later.add(work);
                        return super.schedule(work, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
                    }
                };

        @Override
        public ScheduledExecutorService timer() {
            return timer;
        }
    }
}
