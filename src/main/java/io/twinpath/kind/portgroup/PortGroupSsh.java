package io.twinpath.kind.portgroup;

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
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Port groups in the words of {@code esxcli network vswitch standard portgroup}. */
final class PortGroupSsh implements Binding<PortGroup> {

    private static final EsxcliQuery LIST = EsxcliQuery.of("network vswitch standard portgroup list");
    private static final String POLICY = "network vswitch standard portgroup policy ";
    private static final String NAME = "portgroup-name";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** When the port group has to be removed, also to be made again elsewhere, all of it is read for the reversal. */
    @Override
    public List<Query> queries(Address address, Optional<PortGroup> wanted, Replies known) {
        List<Query> queries = new ArrayList<>();
        queries.add(LIST);
        if (Listing.has(known, LIST, "Name", address.name())) {
            boolean whole = wanted.isEmpty() || elsewhere(address, wanted.orElseThrow(), known);
            if (whole || asks(wanted, PortGroup.Policy.TEAMING, PortGroup::teaming)) {
                queries.add(failover(address));
            }
            if (whole || asks(wanted, PortGroup.Policy.SECURITY, PortGroup::security)) {
                queries.add(security(address));
            }
            if (whole || asks(wanted, PortGroup.Policy.SHAPING, PortGroup::shaping)) {
                queries.add(shaping(address));
            }
        }
        return queries;
    }

    private static boolean asks(
            Optional<PortGroup> wanted, PortGroup.Policy policy, Function<PortGroup, Optional<?>> field) {
        return wanted.filter(w -> field.apply(w).isPresent() || w.follows(policy))
                .isPresent();
    }

    private static boolean elsewhere(Address address, PortGroup wanted, Replies known) {
        try {
            return Listing.named(known, LIST, "Name", address.name())
                    .flatMap(r -> r.text("Virtual Switch"))
                    .filter(wanted.vswitch()::equals)
                    .isEmpty();
        } catch (UnreadableException e) {
            return false; // read() says so
        }
    }

    @Override
    public Observed<PortGroup> read(Address address, Optional<PortGroup> wanted, Replies replies)
            throws UnreadableException {
        Optional<Row> found = Listing.named(replies, LIST, "Name", address.name());
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Row row = found.orElseThrow();
        Optional<Teaming> teaming = replies.has(failover(address))
                ? Optional.of(FailoverWords.ofPortGroup(replies.row(failover(address))))
                : Optional.empty();
        Optional<Security> security = replies.has(security(address))
                ? Optional.of(SecurityWords.ofPortGroup(replies.row(security(address))))
                : Optional.empty();
        Optional<Shaping> shaping = replies.has(shaping(address))
                ? Optional.of(ShapingWords.ofPortGroup(replies.row(shaping(address))))
                : Optional.empty();
        return new Observed.Present<>(new PortGroup(
                row.need("Virtual Switch"),
                row.number("VLAN ID").map(Long::intValue),
                teaming,
                security,
                shaping,
                wanted.flatMap(PortGroup::inherit).map(i -> following(i, teaming, security, shaping))));
    }

    /** Of the policies that are to be inherited those that are; of others the spec says nothing. */
    private static SortedSet<PortGroup.Policy> following(
            SortedSet<PortGroup.Policy> asked,
            Optional<Teaming> teaming,
            Optional<Security> security,
            Optional<Shaping> shaping) {
        SortedSet<PortGroup.Policy> following = new TreeSet<>(asked);
        following.removeIf(policy -> !switch (policy) {
            case TEAMING -> teaming.equals(Optional.of(Teaming.unspecified()));
            case SECURITY -> security.equals(Optional.of(Security.unspecified()));
            case SHAPING -> shaping.equals(Optional.of(Shaping.unspecified()));
        });
        return Collections.unmodifiableSortedSet(following);
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<PortGroup>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found("port_group", host, replies, LIST, "Name");
    }

    @Override
    public List<Command> script(Change<PortGroup> change) {
        Option name = Option.of(NAME, change.address().name());
        Script script = new Script();
        switch (change) {
            case Change.Keep<PortGroup> c -> {}
            case Change.Blocked<PortGroup> c -> {}
            case Change.Create<PortGroup> c -> create(script, name, c.target());
            case Change.Update<PortGroup> c -> update(script, name, c.observed(), c.target());
            case Change.Replace<PortGroup> c -> {
                remove(script, name, c.observed());
                create(script, name, c.target());
            }
            case Change.Delete<PortGroup> c -> remove(script, name, c.observed());
        }
        return script.commands();
    }

    private static void create(Script script, Option name, PortGroup target) {
        script.add("network vswitch standard portgroup add", name, Option.of("vswitch-name", target.vswitch()));
        PortGroup fresh = new PortGroup(
                target.vswitch(),
                Optional.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        update(script, name, fresh, target);
    }

    private static void remove(Script script, Option name, PortGroup observed) {
        script.add("network vswitch standard portgroup remove", name, Option.of("vswitch-name", observed.vswitch()));
    }

    private static void update(Script script, Option name, PortGroup found, PortGroup target) {
        PortGroup before = found.effective();
        PortGroup after = target.effective();
        if (Script.differs(before.vlan(), after.vlan())) {
            script.add(
                    "network vswitch standard portgroup set",
                    name,
                    Option.of("vlan-id", after.vlan().orElseThrow()));
        }
        after.teaming().ifPresent(wanted -> {
            Teaming own = before.teaming().orElseGet(Teaming::unspecified);
            boolean drops = FailoverWords.drops(own, wanted);
            send(
                    script,
                    POLICY + "failover set",
                    name,
                    drops,
                    FailoverWords.options(drops ? Teaming.unspecified() : own, wanted, false));
        });
        after.security().ifPresent(wanted -> {
            Security own = before.security().orElseGet(Security::unspecified);
            boolean drops = SecurityWords.drops(own, wanted);
            send(
                    script,
                    POLICY + "security set",
                    name,
                    drops,
                    SecurityWords.options(drops ? Security.unspecified() : own, wanted));
        });
        after.shaping().ifPresent(wanted -> {
            Shaping own = before.shaping().orElseGet(Shaping::unspecified);
            send(
                    script,
                    POLICY + "shaping set",
                    name,
                    ShapingWords.drops(own, wanted),
                    ShapingWords.options(own, wanted));
        });
    }

    /** An override can only be dropped together with all others, so what stays is set again. */
    private static void send(Script script, String words, Option name, boolean inherit, List<Option> options) {
        if (inherit) {
            script.add(words, name, Option.flag("use-vswitch"));
        }
        script.set(words, name, options);
    }

    private static EsxcliQuery failover(Address address) {
        return EsxcliQuery.of(POLICY + "failover get", Option.of(NAME, address.name()));
    }

    private static EsxcliQuery shaping(Address address) {
        return EsxcliQuery.of(POLICY + "shaping get", Option.of(NAME, address.name()));
    }

    private static EsxcliQuery security(Address address) {
        return EsxcliQuery.of(POLICY + "security get", Option.of(NAME, address.name()));
    }
}
