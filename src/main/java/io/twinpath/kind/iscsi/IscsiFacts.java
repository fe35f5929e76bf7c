package io.twinpath.kind.iscsi;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Portal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the host told of its software adapter. A list that was not asked for is not managed and stays empty.
 *
 * @param adapter such as {@code vmhba64}
 * @param wanted what the spec says; when it says nothing, parameters that are at their defaults do not count
 */
record IscsiFacts(String adapter, Replies replies, Optional<Iscsi> wanted) {

    private static final String ADAPTER = "Adapter";

    Iscsi read(EsxcliQuery bindings, EsxcliQuery sendTargets, EsxcliQuery staticTargets) throws UnreadableException {
        Optional<Row> details = replies.has(IscsiSsh.details(adapter))
                ? Optional.of(replies.row(IscsiSsh.details(adapter)))
                : Optional.empty();
        return new Iscsi(
                true,
                Optional.of(adapter),
                details.flatMap(d -> d.text("Name")),
                details.map(d -> d.text("Alias").orElse("")),
                set(bindings, row -> row.need("Vmknic")),
                set(sendTargets, row -> portal(row, row.need("Sendtarget"))),
                set(staticTargets, IscsiFacts::target),
                chap("uni"),
                chap("mutual"),
                parameters(),
                parameters(wanted.map(Iscsi::portalParameters)),
                parameters(wanted.map(Iscsi::targetParameters)));
    }

    /** Of the places that the spec names those that the host has. */
    private Map<String, Map<String, String>> parameters(Optional<Map<String, Map<String, String>>> named)
            throws UnreadableException {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (Map.Entry<String, Level> level : IscsiSsh.levels(wanted, replies).entrySet()) {
            if (named.filter(n -> n.containsKey(level.getKey())).isPresent()) {
                found.put(level.getKey(), level.getValue().read(adapter, replies));
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /** Reads one line of a list. */
    private interface Line<T> {
        T read(Row row) throws UnreadableException;
    }

    private <T> Optional<SortedSet<T>> set(EsxcliQuery list, Line<T> line) throws UnreadableException {
        if (!replies.has(list)) {
            return Optional.empty();
        }
        SortedSet<T> set = new TreeSet<>();
        for (Row row : replies.rows(list)) {
            if (row.need(ADAPTER).equals(adapter)) {
                set.add(line.read(row));
            }
        }
        return Optional.of(Collections.unmodifiableSortedSet(set));
    }

    /** One column holds address and port in the releases that were seen; two columns are understood as well. */
    private static StaticTarget target(Row row) throws UnreadableException {
        Optional<String> address = row.text("Address").or(() -> row.text("Target Address"));
        Optional<String> name =
                row.text("Target Name").or(() -> row.text("Name")).or(() -> row.text("Target"));
        if (address.isEmpty() || name.isEmpty()) {
            throw new UnreadableException(row.source() + ": a static target has no address or no name.");
        }
        return new StaticTarget(portal(row, address.orElseThrow()), name.orElseThrow());
    }

    private static Portal portal(Row row, String text) throws UnreadableException {
        try {
            Optional<Long> port = row.number("Port");
            return port.isPresent() && !text.contains(":")
                    ? new Portal(Ipv4.parse(text), port.orElseThrow().intValue())
                    : Portal.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(
                    row.source() + ": \"" + text + "\" is not an iSCSI portal: " + e.getMessage() + ".", e);
        }
    }

    private Optional<Chap> chap(String direction) throws UnreadableException {
        EsxcliQuery query = IscsiSsh.chap(adapter, direction);
        if (!replies.has(query)) {
            return Optional.empty();
        }
        Row row = replies.row(query);
        return Optional.of(new Chap(
                level(row),
                row.text("Auth Name").or(() -> row.text("Name")).or(() -> row.text("User")),
                Optional.empty()));
    }

    /** The API's names of the levels begin with {@code chap}; esxcli's do not. */
    private static Optional<Chap.Level> level(Row row) throws UnreadableException {
        Optional<String> text = row.text("Level").or(() -> row.text("Chap Level"));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String word = text.orElseThrow().toLowerCase(Locale.ROOT).replaceFirst("^chap", "");
        return Optional.of(
                switch (word) {
                    case "prohibited" -> Chap.Level.PROHIBITED;
                    case "discouraged" -> Chap.Level.DISCOURAGED;
                    case "preferred" -> Chap.Level.PREFERRED;
                    case "required" -> Chap.Level.REQUIRED;
                    default ->
                        throw new UnreadableException(
                                row.source() + ": the CHAP level \"" + text.orElseThrow() + "\" is not known.");
                });
    }

    private Map<String, String> parameters() throws UnreadableException {
        Map<String, String> found = new LinkedHashMap<>();
        if (replies.has(IscsiSsh.parameters(adapter))) {
            for (Row row : replies.rows(IscsiSsh.parameters(adapter))) {
                if (wanted.isPresent() || !row.text("Current").equals(row.text("Default"))) {
                    found.put(row.need("Name"), row.text("Current").orElse(""));
                }
            }
        }
        return Collections.unmodifiableMap(found);
    }
}
