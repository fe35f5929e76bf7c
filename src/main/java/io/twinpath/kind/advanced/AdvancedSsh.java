package io.twinpath.kind.advanced;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Advanced settings in the words of {@code esxcli system settings advanced}. */
final class AdvancedSsh implements Binding<AdvancedOption> {

    /**
     * From how many settings of one host on the whole list is asked instead of each of them. A call costs about a second
     * and each setting some 800 bytes of xml; the whole list is about a thousand settings, so one call of most of a
     * megabyte, which takes a few seconds to print.
     */
    static final int MANY = 6;

    private static final EsxcliQuery LIST = EsxcliQuery.of("system settings advanced list");

    /** Only what differs from its default. */
    private static final EsxcliQuery DELTA = EsxcliQuery.of("system settings advanced list", Option.flag("delta"));

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<AdvancedOption> wanted, Replies known) {
        boolean told = wanted.isEmpty() && Listing.has(known, DELTA, "Path", path(address));
        return told ? List.of() : List.of(one(address));
    }

    @Override
    public List<Query> together(List<Query> queries) {
        return queries.size() < MANY ? queries : List.of(LIST);
    }

    @Override
    public Observed<AdvancedOption> read(Address address, Optional<AdvancedOption> wanted, Replies replies)
            throws UnreadableException {
        EsxcliQuery asked = asked(address, wanted, replies);
        Optional<Row> row = Listing.named(replies, asked, "Path", path(address));
        boolean gone = row.isEmpty() || (wanted.isEmpty() && atDefault(row.orElseThrow()));
        return gone ? new Observed.Absent<>() : new Observed.Present<>(option(row.orElseThrow()));
    }

    /** A setting always has a value; with its default it is as if nobody had set it. */
    private static boolean atDefault(Row row) throws UnreadableException {
        boolean number = row.need("Type").equalsIgnoreCase("integer");
        return number
                ? row.text("Default Int Value").equals(row.text("Int Value"))
                : row.text("Default String Value").equals(row.text("String Value"));
    }

    private static EsxcliQuery asked(Address address, Optional<AdvancedOption> wanted, Replies replies) {
        if (replies.has(one(address))) {
            return one(address);
        }
        return wanted.isEmpty() && Listing.has(replies, DELTA, "Path", path(address)) ? DELTA : LIST;
    }

    private static AdvancedOption option(Row row) throws UnreadableException {
        String type = row.need("Type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "integer" ->
                new AdvancedOption(
                        row.need("Int Value"),
                        Optional.of(AdvancedOption.Type.INTEGER),
                        row.number("Min Value"),
                        row.number("Max Value"));
            case "string" ->
                new AdvancedOption(
                        row.text("String Value").orElse(""),
                        Optional.of(AdvancedOption.Type.STRING),
                        Optional.empty(),
                        Optional.empty());
            default ->
                throw new UnreadableException(row.source() + ": the type \"" + type + "\" of a setting is not known.");
        };
    }

    @Override
    public List<Query> census() {
        return List.of(DELTA);
    }

    /** Those that differ from their defaults; a host has about a thousand others. */
    @Override
    public Map<Address, Optional<AdvancedOption>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<AdvancedOption>> found = new LinkedHashMap<>();
        for (Row row : replies.rows(DELTA)) {
            String name = row.need("Path").replaceFirst("^/", "").replace('/', '.');
            found.put(Listing.address("advanced", host, row, name), Optional.empty());
        }
        return found;
    }

    @Override
    public List<Command> script(Change<AdvancedOption> change) {
        return switch (change) {
            case Change.Update<AdvancedOption> c -> set(change.address(), c.target());
            case Change.Replace<AdvancedOption> c -> set(change.address(), c.target());
            case Change.Keep<AdvancedOption> c -> List.of();
            case Change.Create<AdvancedOption> c -> set(change.address(), c.target());
            case Change.Delete<AdvancedOption> c ->
                new Script()
                        .add(
                                "system settings advanced set",
                                Option.of("option", path(change.address())),
                                Option.flag("default"))
                        .commands();
            case Change.Blocked<AdvancedOption> c -> List.of();
        };
    }

    private static List<Command> set(Address address, AdvancedOption target) {
        boolean number = target.type().equals(Optional.of(AdvancedOption.Type.INTEGER));
        return new Script()
                .add(
                        "system settings advanced set",
                        Option.of("option", path(address)),
                        Option.of(number ? "int-value" : "string-value", target.value()))
                .commands();
    }

    private static EsxcliQuery one(Address address) {
        return EsxcliQuery.of("system settings advanced list", Option.of("option", path(address)));
    }

    /** {@code Misc.APDTimeout} is {@code /Misc/APDTimeout} to esxcli. */
    private static String path(Address address) {
        return "/" + address.name().replace('.', '/');
    }
}
