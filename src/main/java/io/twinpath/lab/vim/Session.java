package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A login, and the objects that live as long as it: views, collectors, filters. */
public final class Session {

    private static final int MOST_OBJECTS = 1_000;

    private final String id;
    private final String user;
    private final Instant since;
    private final Map<Ref, ManagedObject> objects = new LinkedHashMap<>();
    private final PropertyCollector collector;
    private int last;

    /** @param collector what its default property collector is called */
    Session(String id, String user, Instant since, Ref collector) {
        this.id = id;
        this.user = user;
        this.since = since;
        this.collector = new PropertyCollector(collector);
    }

    public String user() {
        return user;
    }

    String id() {
        return id;
    }

    /** What is this session's own: two sessions do not see each other's filters and pages. */
    Optional<ManagedObject> find(Ref ref) {
        return ref.equals(collector.self()) ? Optional.of(collector) : Optional.ofNullable(objects.get(ref));
    }

    /** Makes an object that belongs to this session. */
    <T extends ManagedObject> T make(String kind, Function<Ref, T> constructor) {
        if (objects.size() >= MOST_OBJECTS) {
            objects.remove(objects.keySet().iterator().next());
        }
        Ref ref = new Ref(kind, "session[" + id + "]" + kind + "-" + ++last);
        T made = constructor.apply(ref);
        objects.put(ref, made);
        return made;
    }

    void drop(Ref ref) {
        objects.remove(ref);
    }

    Data described(Instant now) {
        return Data.of("UserSession")
                .text("key", id)
                .text("userName", user)
                .text("fullName", user)
                .time("loginTime", since)
                .time("lastActiveTime", now)
                .text("locale", "en")
                .text("messageLocale", "en")
                .flag("extensionSession", false)
                .text("ipAddress", "127.0.0.1")
                .text("userAgent", "")
                .number("callCount", 0);
    }
}
