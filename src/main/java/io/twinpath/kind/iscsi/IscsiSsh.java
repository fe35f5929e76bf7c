package io.twinpath.kind.iscsi;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Software iSCSI in the words of {@code esxcli iscsi}: what is asked and how it is read. */
final class IscsiSsh implements Standing<Iscsi> {

    private static final EsxcliQuery SOFTWARE = EsxcliQuery.of("iscsi software get");
    private static final EsxcliQuery ADAPTERS = EsxcliQuery.of("iscsi adapter list");
    private static final EsxcliQuery BINDINGS = EsxcliQuery.of("iscsi networkportal list");
    private static final EsxcliQuery SEND_TARGETS = EsxcliQuery.of("iscsi adapter discovery sendtarget list");
    private static final EsxcliQuery TARGET_PORTALS = EsxcliQuery.of("iscsi adapter target portal list");
    private static final EsxcliQuery STATIC_TARGETS = EsxcliQuery.of("iscsi adapter discovery statictarget list");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<Iscsi> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(SOFTWARE, ADAPTERS));
        if (wanted.isEmpty() || wanted.orElseThrow().portBinding().isPresent()) {
            queries.add(BINDINGS);
        }
        if (wanted.isEmpty()
                || wanted.orElseThrow().sendTargets().isPresent()
                || !wanted.orElseThrow().portalParameters().isEmpty()) {
            queries.add(SEND_TARGETS);
        }
        if (wanted.isEmpty() || wanted.orElseThrow().staticTargets().isPresent()) {
            queries.add(STATIC_TARGETS);
        }
        if (wanted.filter(w -> !w.targetParameters().isEmpty()).isPresent()) {
            queries.add(TARGET_PORTALS);
        }
        adapter(known).ifPresent(adapter -> queries.addAll(ofAdapter(adapter, wanted)));
        adapter(known)
                .ifPresent(
                        adapter -> levels(wanted, known).values().forEach(level -> queries.add(level.query(adapter))));
        return queries;
    }

    /** The places with parameters of their own that the spec names and the host has, by the spec's names. */
    static Map<String, Level> levels(Optional<Iscsi> wanted, Replies known) {
        Map<String, Level> levels = new TreeMap<>();
        wanted.ifPresent(w -> {
            w.portalParameters().keySet().forEach(key -> levels.put(key, Level.portal(key)));
            w.targetParameters().keySet().forEach(key -> levels.put(key, Level.target(key)));
        });
        levels.values().removeIf(level -> !level.isListed(rows(SEND_TARGETS, known), rows(TARGET_PORTALS, known)));
        return levels;
    }

    private static List<Row> rows(EsxcliQuery list, Replies known) {
        try {
            return known.has(list) ? known.rows(list) : List.of();
        } catch (UnreadableException e) {
            return List.of(); // read() says so
        }
    }

    private static List<Query> ofAdapter(String adapter, Optional<Iscsi> wanted) {
        List<Query> queries = new ArrayList<>();
        if (wanted.isEmpty()
                || wanted.flatMap(Iscsi::iqn)
                        .or(() -> wanted.flatMap(Iscsi::alias))
                        .isPresent()) {
            queries.add(details(adapter));
        }
        if (wanted.isEmpty() || wanted.flatMap(Iscsi::chap).isPresent()) {
            queries.add(chap(adapter, "uni"));
        }
        if (wanted.isEmpty() || wanted.flatMap(Iscsi::mutualChap).isPresent()) {
            queries.add(chap(adapter, "mutual"));
        }
        if (wanted.isEmpty() || !wanted.orElseThrow().parameters().isEmpty()) {
            queries.add(parameters(adapter));
        }
        return queries;
    }

    /** The software adapter, once the list has been read. */
    private static Optional<String> adapter(Replies known) {
        try {
            return known.has(ADAPTERS) ? software(known) : Optional.empty();
        } catch (UnreadableException e) {
            return Optional.empty(); // read() says so
        }
    }

    private static Optional<String> software(Replies replies) throws UnreadableException {
        for (Row row : replies.rows(ADAPTERS)) {
            if (row.text("Driver").filter("iscsi_vmk"::equals).isPresent()) {
                return Optional.of(row.need("Adapter"));
            }
        }
        return Optional.empty();
    }

    /** While software iSCSI is off there is no adapter that could tell anything more. */
    @Override
    public Observed<Iscsi> read(Address address, Optional<Iscsi> wanted, Replies replies) throws UnreadableException {
        if (!enabled(replies)) {
            return new Observed.Present<>(Iscsi.off());
        }
        Optional<String> adapter = software(replies);
        if (adapter.isEmpty()) {
            throw new UnreadableException(
                    "Software iSCSI is on, but \"" + ADAPTERS + "\" lists no adapter with the driver iscsi_vmk.");
        }
        for (EsxcliQuery list : List.of(SEND_TARGETS, TARGET_PORTALS)) {
            if (replies.has(list)) {
                replies.rows(list); // or nobody knows which places have parameters
            }
        }
        return new Observed.Present<>(
                new IscsiFacts(adapter.orElseThrow(), replies, wanted).read(BINDINGS, SEND_TARGETS, STATIC_TARGETS));
    }

    private static boolean enabled(Replies replies) throws UnreadableException {
        return switch (replies.scalar(SOFTWARE)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new UnreadableException("\"" + SOFTWARE + "\" should answer true or false and answered \""
                        + replies.scalar(SOFTWARE) + "\".");
        };
    }

    @Override
    public List<Query> census() {
        return List.of(SOFTWARE, ADAPTERS);
    }

    /** While software iSCSI is off there is nothing of it. */
    @Override
    public Map<Address, Optional<Iscsi>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return enabled(replies) ? Map.of(new Address("iscsi", host, "software"), Optional.empty()) : Map.of();
    }

    @Override
    public List<Command> change(Address address, Iscsi before, Iscsi after) {
        return IscsiScript.of(before, after);
    }

    static EsxcliQuery details(String adapter) {
        return EsxcliQuery.of("iscsi adapter get", Option.of("adapter", adapter));
    }

    static EsxcliQuery chap(String adapter, String direction) {
        return EsxcliQuery.of(
                "iscsi adapter auth chap get", Option.of("adapter", adapter), Option.of("direction", direction));
    }

    static EsxcliQuery parameters(String adapter) {
        return EsxcliQuery.of("iscsi adapter param get", Option.of("adapter", adapter));
    }
}
