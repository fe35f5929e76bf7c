package io.twinpath.lab.vim;

import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Calls methods of a host's own API without sockets, as one who is logged in. */
final class Caller {

    private static final ScheduledExecutorService TIMER =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private final VimService service;
    private final String session;

    /** @param restricted whether the host's licence lets the API read only */
    Caller(Site site, String host, boolean restricted) {
        World world = new World(site, InstantSource.fixed(Sites.MORNING), new Unguarded(), Optional.of(host));
        Accounts accounts = new Accounts() {
            @Override
            public boolean admit(String user, String password) {
                return password.equals("right");
            }

            @Override
            public boolean restricted() {
                return restricted;
            }
        };
        this.service = new VimService(world, accounts, (w, method, on, fault) -> {});
        this.session = login("right");
    }

    String login(String password) {
        Ref manager = new Ref("SessionManager", "ha-sessionmgr");
        return service.call(
                        method(manager, "Login", text("userName", "root"), text("password", password)),
                        Optional.empty())
                .session()
                .orElseThrow();
    }

    Optional<? extends Value> call(String kind, String id, String method, Element... arguments) {
        return service.call(method(new Ref(kind, id), method, arguments), Optional.of(session))
                .result();
    }

    Optional<? extends Value> anonymously(String kind, String id, String method, Element... arguments) {
        return service.call(method(new Ref(kind, id), method, arguments), Optional.empty())
                .result();
    }

    static Element text(String name, String text) {
        return new Element(name, "", "", text, List.of());
    }

    static Element typed(String name, String type, String text) {
        return new Element(name, type, "", text, List.of());
    }

    static Element object(String name, String type, Element... children) {
        return new Element(name, type, "", "", List.of(children));
    }

    private static Element method(Ref on, String name, Element... arguments) {
        List<Element> all = new ArrayList<>();
        all.add(new Element("_this", "", on.kind(), on.id(), List.of()));
        all.addAll(List.of(arguments));
        return new Element(name, "", "", "", all);
    }

    /** For one thread. */
    private record Unguarded() implements Guard {

        @Override
        public <T> T read(Supplier<T> question) {
            return question.get();
        }

        @Override
        public <T> T write(Supplier<T> change) {
            return change.get();
        }

        @Override
        public ScheduledExecutorService timer() {
            return TIMER;
        }
    }
}
