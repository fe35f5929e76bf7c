package io.twinpath.observe;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Vim;
import io.twinpath.model.HostFact;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.List;
import java.util.Optional;

/**
 * Who a host or a vCenter is. What it does not tell is {@link HostFact#UNKNOWN}. A host has another UUID over SSH (that of its
 * installation) than over the API (that of its hardware), so both are only compared with what came the same way.
 */
final class Identity {

    private static final Query UUID = EsxcliQuery.of("system uuid get");
    private static final Query VERSION = EsxcliQuery.of("system version get");
    private static final String HARDWARE_UUID = "summary.hardware.uuid";
    private static final String CONNECTION = "runtime.connectionState";
    private static final String PRODUCT = "config.product";
    private static final PropertyQuery HARDWARE =
            PropertyQuery.of(new Handle.Host(), HARDWARE_UUID, PRODUCT, CONNECTION);
    private static final String CONTENT = "content.about";
    private static final String BUILD_PREFIX = "Releasebuild-";

    private Identity() {}

    /** What tells who a place is, over its first open way. */
    static List<Query> queries(Routes routes) {
        return switch (routes.first()) {
            case SSH -> List.of(UUID, VERSION);
            case API -> List.of(routes.place().equals(Way.VCENTER) ? Vim.SERVER : HARDWARE);
        };
    }

    static HostFact.Reached of(Routes routes, Replies replies) {
        return switch (routes.first()) {
            case SSH -> overSsh(replies);
            case API ->
                routes.place().equals(Way.VCENTER)
                        ? overApi(replies, Vim.SERVER, CONTENT, "instanceUuid")
                        : overApi(replies, HARDWARE, PRODUCT, "");
        };
    }

    /**
     * Why what was told of a host is worth nothing, as a full sentence: a vCenter goes on telling what it knew of a host that
     * does not answer it any more.
     */
    static Optional<String> stale(Routes routes, Replies replies) {
        if (routes.first() == Transport.SSH || routes.place().equals(Way.VCENTER)) {
            return Optional.empty();
        }
        try {
            return replies.object(HARDWARE)
                    .text(CONNECTION)
                    .filter(state -> !state.equals("connected"))
                    .map(state -> routes.place() + " does not answer vCenter, which calls it \"" + state
                            + "\": what it tells of the host is old.");
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static HostFact.Reached overApi(Replies replies, PropertyQuery query, String product, String uuid) {
        try {
            Node node = replies.object(query);
            Optional<String> id = uuid.isEmpty() ? node.text(HARDWARE_UUID) : node.text(product, uuid);
            return new HostFact.Reached(
                    id.orElse(HostFact.UNKNOWN),
                    node.text(product, "version").orElse(HostFact.UNKNOWN),
                    node.text(product, "build").orElse(HostFact.UNKNOWN));
        } catch (UnreadableException e) {
            return new HostFact.Reached(HostFact.UNKNOWN, HostFact.UNKNOWN, HostFact.UNKNOWN);
        }
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
    static String release(Routes routes, Replies replies) {
        HostFact.Reached host = of(routes, replies);
        if (host.version().equals(HostFact.UNKNOWN)) {
            return "";
        }
        String build = host.build().equals(HostFact.UNKNOWN) ? "" : " (build " + host.build() + ")";
        return (routes.place().equals(Way.VCENTER) ? " It is vCenter " : " The host runs ESXi ") + host.version()
                + build + ".";
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
