package io.twinpath.kind.snmp;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The SNMP agent in the words of {@code esxcli system snmp}; titles from published outputs of 5.1 and 5.5. */
final class SnmpSsh implements Binding<Snmp> {

    private static final EsxcliQuery GET = EsxcliQuery.of("system snmp get");
    private static final String SET = "system snmp set";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** For somebody who wants none, an agent that stands as it comes is none. */
    @Override
    public Observed<Snmp> read(Address address, Optional<Snmp> wanted, Replies replies) throws UnreadableException {
        Row row = replies.row(GET);
        row.need("Enable");
        Snmp found = new Snmp(
                row.flag("Enable"),
                row.number("Port").map(Long::intValue),
                text(row, "Syscontact"),
                text(row, "Syslocation"),
                level(row),
                text(row, "Engineid").map(id -> id.replaceFirst(" \\[.*", "").toLowerCase(Locale.ROOT)),
                text(row, "Authentication"),
                text(row, "Privacy"),
                Optional.of(row.items("V3targets")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.items("Communities").size()),
                Optional.of(row.items("Targets").size()),
                Optional.of(row.items("Users").size()));
        return wanted.isEmpty() && found.fresh() ? new Observed.Absent<>() : new Observed.Present<>(found);
    }

    private static Optional<String> text(Row row, String title) {
        return Optional.of(row.text(title).orElse(""));
    }

    private static Optional<Snmp.LogLevel> level(Row row) {
        String text = row.text("Loglevel").orElse("");
        for (Snmp.LogLevel level : Snmp.LogLevel.values()) {
            if (level.name().equalsIgnoreCase(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    @Override
    public Map<Address, Optional<Snmp>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return read(new Address("snmp", host, "snmp"), Optional.empty(), replies) instanceof Observed.Present<Snmp>
                ? Map.of(new Address("snmp", host, "snmp"), Optional.empty())
                : Map.of();
    }

    @Override
    public List<Command> script(Change<Snmp> change) {
        return switch (change) {
            case Change.Create<Snmp> c -> create(c.target());
            case Change.Update<Snmp> c -> set(c.observed(), c.target());
            case Change.Replace<Snmp> c -> set(c.observed(), c.target());
            case Change.Delete<Snmp> c ->
                new Script().add(SET, Option.flag("reset")).commands();
            case Change.Keep<Snmp> c -> List.of();
            case Change.Blocked<Snmp> c -> List.of();
        };
    }

    /** What held secrets that nobody knows cannot be made again. */
    private static List<Command> create(Snmp target) {
        boolean unknown = target.secrets() && target.communities().isEmpty();
        Optional<String> none = Optional.of("");
        Snmp fresh = new Snmp(
                Optional.of(false),
                Optional.of(161),
                none,
                none,
                Optional.empty(),
                none,
                none,
                none,
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(0),
                Optional.of(0),
                Optional.of(0));
        return unknown ? List.of() : set(fresh, target);
    }

    /** The agent starts when all else is as wanted, and stops before that. */
    private static List<Command> set(Snmp before, Snmp after) {
        Script script = new Script();
        boolean switched = Script.differs(before.enabled(), after.enabled());
        boolean on = after.enabled().orElse(false);
        if (switched && !on) {
            script.add(SET, Option.of("enable", false));
        }
        List<Option> options = new ArrayList<>();
        differs("authentication", before.authentication(), after.authentication(), options);
        differs("engineid", before.engineId(), after.engineId(), options);
        differs("loglevel", level(before), level(after), options);
        differs("port", before.port().map(Object::toString), after.port().map(Object::toString), options);
        differs("privacy", before.privacy(), after.privacy(), options);
        differs("syscontact", before.contact(), after.contact(), options);
        differs("syslocation", before.location(), after.location(), options);
        differs("v3targets", joined(before), joined(after), options);
        secret("communities", before.communityCount(), after.communities(), options);
        secret("targets", before.targetCount(), after.targets(), options);
        secret("users", before.userCount(), after.users(), options);
        if (!options.isEmpty()) {
            script.add(SET, options);
        }
        if (switched && on) {
            script.add(SET, Option.of("enable", true));
        }
        return script.commands();
    }

    private static Optional<String> level(Snmp snmp) {
        return snmp.logLevel().map(l -> l.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> joined(Snmp snmp) {
        return snmp.v3Targets().map(t -> String.join(",", t));
    }

    private static void differs(String option, Optional<String> before, Optional<String> after, List<Option> into) {
        if (Script.differs(before, after)) {
            into.add(Option.of(option, after.orElseThrow()));
        }
    }

    private static void secret(String option, Optional<Integer> found, Optional<SecretRef> wanted, List<Option> into) {
        wanted.filter(w -> found.orElse(0) == 0).ifPresent(w -> into.add(Option.secret(option, w)));
    }
}
