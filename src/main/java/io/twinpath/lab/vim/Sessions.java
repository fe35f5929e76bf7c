package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Ref;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in to a server. */
final class Sessions {

    private static final int MOST = 1_000;
    private static final int ID_BYTES = 20;

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** A session that begins; empty when there are too many. */
    Optional<Session> begin(String user, Instant now, Ref collector) {
        if (open.size() >= MOST) {
            return Optional.empty();
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Session session = new Session(HexFormat.of().formatHex(id), user, now, collector);
        open.put(session.id(), session);
        return Optional.of(session);
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    void end(Session session) {
        open.remove(session.id());
    }

    void endAll() {
        open.clear();
    }
}
