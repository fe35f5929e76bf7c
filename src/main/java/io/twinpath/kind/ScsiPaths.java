package io.twinpath.kind;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The storage paths of a host in the words of esxcli, each with the interface and the portal of its session.
 *
 * <p>An iSCSI path's UID holds target and ISID of its session, {@code IQN-ISID,TARGET,t,1-DEVICE}; the session's connection
 * tells both addresses, and the near one belongs to a VMkernel interface. Sessions with different targets may have the same
 * ISID.
 */
public final class ScsiPaths {

    private static final EsxcliQuery PATHS = EsxcliQuery.of("storage core path list");
    private static final EsxcliQuery CONNECTIONS = EsxcliQuery.of("iscsi session connection list");
    private static final EsxcliQuery ADDRESSES = EsxcliQuery.of("network ip interface ipv4 get");

    /** All that has to be asked. */
    public static final List<Query> QUERIES = List.of(PATHS, CONNECTIONS, ADDRESSES);

    private static final Pattern SESSION = Pattern.compile("-([0-9A-Fa-f]{12}),([^,]+),t,");

    private ScsiPaths() {}

    /**
     * One path.
     *
     * @param state in the host's word: {@code active}, {@code standby}, {@code dead}, …
     * @param transport in the host's word: {@code iscsi}, {@code sas}, …; empty when it does not tell
     */
    public record Listed(
            String device, String runtimeName, String state, String transport, Optional<Session> session) {}

    /**
     * The session of a path over iSCSI. Of one that is logged out only the target is known.
     *
     * @param vmk the interface that it starts from
     * @param portal the address that it leads to
     */
    public record Session(String target, Optional<String> vmk, Optional<String> portal) {}

    /**
     * Every path, in the host's order.
     *
     * @throws UnreadableException when the list of paths, or what was told beside it, cannot be read
     */
    public static List<Listed> of(Replies replies) throws UnreadableException {
        Map<String, Session> sessions = sessions(replies);
        List<Listed> paths = new ArrayList<>();
        for (Row row : replies.rows(PATHS)) {
            paths.add(new Listed(
                    row.need("Device"),
                    row.need("Runtime Name"),
                    row.need("State"),
                    row.text("Transport").orElse(""),
                    session(row.text("UID").orElse(row.key()), sessions)));
        }
        return paths;
    }

    private static Optional<Session> session(String uid, Map<String, Session> sessions) {
        Matcher m = SESSION.matcher(uid);
        if (!m.find()) {
            return Optional.empty();
        }
        Session bare = new Session(m.group(2), Optional.empty(), Optional.empty());
        return Optional.of(sessions.getOrDefault(key(m.group(1), m.group(2)), bare));
    }

    /** By ISID and target. A host without iSCSI refuses the question. */
    private static Map<String, Session> sessions(Replies replies) throws UnreadableException {
        if (refused(replies, CONNECTIONS)) {
            return Map.of();
        }
        Map<String, String> vmks = new HashMap<>();
        for (Row row : refused(replies, ADDRESSES) ? List.<Row>of() : replies.rows(ADDRESSES)) {
            row.text("IPv4 Address")
                    .ifPresent(address -> vmks.put(address, row.text("Name").orElse(row.key())));
        }
        Map<String, Session> sessions = new HashMap<>();
        for (Row row : replies.rows(CONNECTIONS)) {
            String target = row.need("Target");
            sessions.put(
                    key(row.need("ISID"), target),
                    new Session(target, row.text("LocalAddress").map(vmks::get), row.text("RemoteAddress")));
        }
        return sessions;
    }

    private static String key(String isid, String target) {
        return isid + "," + target;
    }

    private static boolean refused(Replies replies, EsxcliQuery query) {
        return replies.reply(query)
                .filter(r -> !r.ok() && r.exit() != Reply.NOT_ASKED)
                .isPresent();
    }
}
