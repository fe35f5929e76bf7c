package io.twinpath.kind.vib;

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
import java.util.Map;
import java.util.Optional;

/**
 * Software packages in the words of {@code esxcli software vib}. Columns are from an output of 5.0; that {@code
 * --rebooting-image} prints nothing while no other image waits for the next start is from VMware's reference of the command.
 */
final class VibSsh implements Binding<Vib> {

    private static final EsxcliQuery CURRENT = EsxcliQuery.of("software vib list");
    private static final EsxcliQuery NEXT = EsxcliQuery.of("software vib list", Option.flag("rebooting-image"));
    private static final String NAME = "Name";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** The image of the next start matters only to a package that may be changed. */
    @Override
    public List<Query> queries(Address address, Optional<Vib> wanted, Replies known) {
        boolean changes = wanted.isEmpty() || wanted.flatMap(Vib::installFrom).isPresent();
        return changes ? List.of(CURRENT, NEXT) : List.of(CURRENT);
    }

    @Override
    public Observed<Vib> read(Address address, Optional<Vib> wanted, Replies replies) throws UnreadableException {
        Optional<Row> now = Listing.named(replies, CURRENT, NAME, address.name());
        boolean waits = replies.has(NEXT) && !replies.rows(NEXT).isEmpty();
        Optional<Row> then = waits ? Listing.named(replies, NEXT, NAME, address.name()) : now;
        if (then.isEmpty()) {
            return new Observed.Absent<>();
        }
        Row row = then.orElseThrow();
        Optional<String> version = Optional.of(row.need("Version"));
        Optional<String> running = now.flatMap(r -> r.text("Version"));
        return new Observed.Present<>(new Vib(
                version,
                Optional.empty(),
                row.text("Vendor"),
                row.text("Acceptance Level"),
                running.equals(version) ? Optional.empty() : Optional.of(running.orElse("none"))));
    }

    @Override
    public List<Query> census() {
        return List.of(CURRENT);
    }

    /** Those that nobody vouches for; a host has more than a hundred others, which came with its image. */
    @Override
    public Map<Address, Optional<Vib>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<Vib>> found = new LinkedHashMap<>();
        for (Row row : replies.rows(CURRENT)) {
            if (row.text("Acceptance Level")
                    .filter("CommunitySupported"::equals)
                    .isPresent()) {
                found.put(Listing.address(VibKind.KIND, host, row, row.need(NAME)), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> script(Change<Vib> change) {
        return switch (change) {
            case Change.Create<Vib> c -> take("install", change.address(), c.target());
            case Change.Update<Vib> c -> take(newer(c) ? "update" : "install", change.address(), c.target());
            case Change.Replace<Vib> c -> take("install", change.address(), c.target());
            case Change.Delete<Vib> c ->
                new Script()
                        .add(
                                "software vib remove",
                                Option.of("vibname", change.address().name()))
                        .commands();
            case Change.Keep<Vib> c -> List.of();
            case Change.Blocked<Vib> c -> List.of();
        };
    }

    /** Update takes only newer ones; install takes older ones too. */
    private static boolean newer(Change.Update<Vib> change) {
        return change.target()
                .version()
                .flatMap(VersionRange::parse)
                .filter(range ->
                        change.observed().version().filter(range::asksForNewer).isPresent())
                .isPresent();
    }

    private static List<Command> take(String verb, Address address, Vib target) {
        if (target.installFrom().isEmpty()) {
            return List.of();
        }
        String source = target.installFrom().orElseThrow();
        Script script = new Script();
        if (source.endsWith(".vib")) {
            script.add("software vib " + verb, Option.of("viburl", source));
        } else {
            script.add("software vib " + verb, Option.of("depot", source), Option.of("vibname", address.name()));
        }
        return script.commands();
    }
}
