package io.twinpath.kind.vswitch;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Binding;
import io.twinpath.kind.FailoverWords;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.kind.Security;
import io.twinpath.kind.SecurityWords;
import io.twinpath.kind.Shaping;
import io.twinpath.kind.ShapingWords;
import io.twinpath.kind.Teaming;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Virtual switches in the words of {@code esxcli network vswitch standard}. */
final class VSwitchSsh implements Binding<VSwitch> {

    private static final EsxcliQuery LIST = EsxcliQuery.of("network vswitch standard list");
    private static final String NAME = "vswitch-name";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** The failover order is asked for with the uplinks too: moving an uplink changes it, and a reversal restores it. */
    @Override
    public List<Query> queries(Address address, Optional<VSwitch> wanted, Replies known) {
        List<Query> queries = new ArrayList<>();
        queries.add(LIST);
        if (Listing.has(known, LIST, "Name", address.name())) {
            if (wanted.isEmpty() || wanted.orElseThrow().teaming().isPresent() || uplinks(wanted)) {
                queries.add(failover(address));
            }
            if (wanted.isEmpty() || wanted.orElseThrow().security().isPresent()) {
                queries.add(security(address));
            }
            if (wanted.isEmpty() || wanted.orElseThrow().shaping().isPresent()) {
                queries.add(shaping(address));
            }
        }
        return queries;
    }

    private static boolean uplinks(Optional<VSwitch> wanted) {
        return wanted.flatMap(VSwitch::uplinks).isPresent();
    }

    @Override
    public Observed<VSwitch> read(Address address, Optional<VSwitch> wanted, Replies replies)
            throws UnreadableException {
        Optional<Row> row = Listing.named(replies, LIST, "Name", address.name());
        if (row.isPresent()) {
            return new Observed.Present<>(vswitch(row.orElseThrow(), address, replies));
        }
        return new Observed.Absent<>();
    }

    private static VSwitch vswitch(Row row, Address address, Replies replies) throws UnreadableException {
        Optional<Teaming> teaming = replies.has(failover(address))
                ? Optional.of(FailoverWords.ofSwitch(replies.row(failover(address))))
                : Optional.empty();
        Optional<Security> security = replies.has(security(address))
                ? Optional.of(SecurityWords.ofSwitch(replies.row(security(address))))
                : Optional.empty();
        Optional<Shaping> shaping = replies.has(shaping(address))
                ? Optional.of(ShapingWords.ofSwitch(replies.row(shaping(address))))
                : Optional.empty();
        return new VSwitch(
                Optional.of(FailoverWords.set(FailoverWords.ports(row, "Uplinks"))),
                row.number("MTU").map(Long::intValue),
                cdp(row),
                teaming,
                security,
                shaping);
    }

    private static Optional<VSwitch.Cdp> cdp(Row row) throws UnreadableException {
        Optional<String> text = row.text("CDP Status");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text.orElseThrow().toLowerCase(Locale.ROOT)) {
                    case "down" -> VSwitch.Cdp.DOWN;
                    case "listen" -> VSwitch.Cdp.LISTEN;
                    case "advertise" -> VSwitch.Cdp.ADVERTISE;
                    case "both" -> VSwitch.Cdp.BOTH;
                    default ->
                        throw new UnreadableException(
                                row.source() + ": the CDP status \"" + text.orElseThrow() + "\" is not known.");
                });
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<VSwitch>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found("vswitch", host, replies, LIST, "Name");
    }

    @Override
    public List<Command> script(Change<VSwitch> change) {
        Option name = Option.of(NAME, change.address().name());
        Script script = new Script();
        switch (change) {
            case Change.Keep<VSwitch> c -> {}
            case Change.Blocked<VSwitch> c -> {}
            case Change.Create<VSwitch> c -> {
                script.add("network vswitch standard add", name);
                update(script, name, VSwitchKind.nothing(), c.target());
            }
            case Change.Update<VSwitch> c -> update(script, name, c.observed(), c.target());
            case Change.Replace<VSwitch> c -> update(script, name, c.observed(), c.target());
            case Change.Delete<VSwitch> c -> script.add("network vswitch standard remove", name);
        }
        return script.commands();
    }

    /** New uplinks first, then the order that uses them, old uplinks last: at no point is the switch without uplinks. */
    private static void update(Script script, Option name, VSwitch before, VSwitch after) {
        Script.added(before.uplinks(), after.uplinks(), port -> uplink(script, "add", port, name));
        if (Script.differs(before.mtu(), after.mtu())) {
            script.add(
                    "network vswitch standard set",
                    name,
                    Option.of("mtu", after.mtu().orElseThrow()));
        }
        if (Script.differs(before.cdp(), after.cdp())) {
            String cdp = after.cdp().orElseThrow().name().toLowerCase(Locale.ROOT);
            script.add("network vswitch standard set", name, Option.of("cdp-status", cdp));
        }
        policies(script, name, before, after);
        Script.removed(before.uplinks(), after.uplinks(), port -> uplink(script, "remove", port, name));
    }

    private static void uplink(Script script, String verb, PortRef port, Option name) {
        script.add("network vswitch standard uplink " + verb, Option.of("uplink-name", port.toString()), name);
    }

    private static void policies(Script script, Option name, VSwitch before, VSwitch after) {
        after.teaming().ifPresent(teaming -> {
            boolean moved = Script.differs(before.uplinks(), after.uplinks());
            List<Option> options =
                    FailoverWords.options(before.teaming().orElseGet(Teaming::unspecified), teaming, moved);
            script.set("network vswitch standard policy failover set", name, options);
        });
        after.security().ifPresent(security -> {
            List<Option> options = SecurityWords.options(before.security().orElseGet(Security::unspecified), security);
            script.set("network vswitch standard policy security set", name, options);
        });
        after.shaping().ifPresent(shaping -> {
            List<Option> options = ShapingWords.options(before.shaping().orElseGet(Shaping::unspecified), shaping);
            script.set("network vswitch standard policy shaping set", name, options);
        });
    }

    private static EsxcliQuery failover(Address address) {
        return EsxcliQuery.of("network vswitch standard policy failover get", Option.of(NAME, address.name()));
    }

    private static EsxcliQuery shaping(Address address) {
        return EsxcliQuery.of("network vswitch standard policy shaping get", Option.of(NAME, address.name()));
    }

    private static EsxcliQuery security(Address address) {
        return EsxcliQuery.of("network vswitch standard policy security get", Option.of(NAME, address.name()));
    }
}
