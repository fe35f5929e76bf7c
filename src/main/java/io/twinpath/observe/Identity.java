package io.twinpath.observe;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.model.HostFact;
import java.util.List;
import java.util.Optional;

/** Who a host is. What it does not tell is {@link HostFact#UNKNOWN}. */
final class Identity {

    private static final Query UUID = EsxcliQuery.of("system uuid get");
    private static final Query VERSION = EsxcliQuery.of("system version get");
    private static final String BUILD_PREFIX = "Releasebuild-";

    private Identity() {}

    /** What tells who a place is, over its first open way. */
    static List<Query> queries(Routes routes) {
        return List.of(UUID, VERSION);
    }

    static HostFact.Reached of(Routes routes, Replies replies) {
        return overSsh(replies);
    }

    private static HostFact.Reached overSsh(Replies replies) {
        Optional<Row> version = version(replies);
        String build = version.flatMap(v -> v.text("Build")).orElse(HostFact.UNKNOWN);
        return new HostFact.Reached(
                uuid(replies),
                version.flatMap(v -> v.text("Version")).orElse(HostFact.UNKNOWN),
                build.startsWith(BUILD_PREFIX) ? build.substring(BUILD_PREFIX.length()) : build);
    }

    /** Which release answered, as a sentence behind another; nothing when the host did not tell. */
    static String release(Replies replies) {
        HostFact.Reached host = overSsh(replies);
        if (host.version().equals(HostFact.UNKNOWN)) {
            return "";
        }
        String build = host.build().equals(HostFact.UNKNOWN) ? "" : " (build " + host.build() + ")";
        return " The host runs ESXi " + host.version() + build + ".";
    }

    private static String uuid(Replies replies) {
        try {
            return replies.scalar(UUID);
        } catch (UnreadableException notBare) {
            try {
                return replies.row(UUID).text("UUID").orElse(HostFact.UNKNOWN);
            } catch (UnreadableException e) {
                return HostFact.UNKNOWN;
            }
        }
    }

    private static Optional<Row> version(Replies replies) {
        try {
            return Optional.of(replies.row(VERSION));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }
}
