package io.twinpath.kind.firewall;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The firewall in the words of {@code esxcli network firewall}. */
final class FirewallSsh implements Standing<Firewall> {

    private static final EsxcliQuery GET = EsxcliQuery.of("network firewall get");
    private static final EsxcliQuery RULESETS = EsxcliQuery.of("network firewall ruleset list");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<Firewall> wanted, Replies known) {
        return List.of(GET, RULESETS);
    }

    @Override
    public Observed<Firewall> read(Address address, Optional<Firewall> wanted, Replies replies)
            throws UnreadableException {
        Row row = replies.row(GET);
        Optional<Boolean> sshOpen = Optional.empty();
        if (replies.has(RULESETS)) {
            Optional<Row> ssh = Listing.named(replies, RULESETS, "Name", "sshServer");
            sshOpen = ssh.isPresent() ? ssh.orElseThrow().flag("Enabled") : Optional.empty();
        }
        return new Observed.Present<>(
                new Firewall(row.flag("Enabled"), Optional.of(action(row)), row.flag("Loaded"), sshOpen));
    }

    private static Firewall.DefaultAction action(Row row) throws UnreadableException {
        String text = row.need("Default Action");
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "PASS" -> Firewall.DefaultAction.PASS;
            case "DROP" -> Firewall.DefaultAction.DROP;
            default ->
                throw new UnreadableException(row.source() + ": the default action \"" + text + "\" is not known.");
        };
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    @Override
    public Map<Address, Optional<Firewall>> found(Scope.Host host, Replies replies) throws UnreadableException {
        replies.row(GET);
        return Map.of(new Address("firewall", host, "firewall"), Optional.empty());
    }

    /** {@code --default-action} takes true for pass and false for drop. */
    @Override
    public List<Command> change(Address address, Firewall before, Firewall after) {
        Script script = new Script();
        if (before.loaded().equals(Optional.of(false)) && after.enabled().orElse(false)) {
            script.add("network firewall load");
        }
        List<Option> options = new ArrayList<>();
        if (Script.differs(before.defaultAction(), after.defaultAction())) {
            options.add(
                    Option.of("default-action", after.defaultAction().orElseThrow() == Firewall.DefaultAction.PASS));
        }
        if (Script.differs(before.enabled(), after.enabled())) {
            options.add(Option.of("enabled", after.enabled().orElseThrow()));
        }
        if (!options.isEmpty()) {
            script.add("network firewall set", options);
        }
        return script.commands();
    }
}
