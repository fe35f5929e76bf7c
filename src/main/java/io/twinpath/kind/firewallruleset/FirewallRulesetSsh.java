package io.twinpath.kind.firewallruleset;

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
import io.twinpath.model.Cidr;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rulesets in the words of {@code esxcli network firewall ruleset}. */
final class FirewallRulesetSsh implements Standing<FirewallRuleset> {

    private static final EsxcliQuery LIST = EsxcliQuery.of("network firewall ruleset list");
    private static final EsxcliQuery ALLOWED = EsxcliQuery.of("network firewall ruleset allowedip list");

    /** The host itself keeps this one's addresses, those of the NFS servers that it mounts from. */
    static final String NFS = "nfsClient";

    /** Closed on a fresh host (a list of 8.0 Update 2 that was published), and of no service that would open them. */
    static final Set<String> OPENED_BY_HAND =
            Set.of("sshClient", "ftpClient", "httpClient", "gdbserver", "syslog", "vSPC", "remoteSerialPort");

    private static final String SET = "network firewall ruleset set";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<FirewallRuleset> wanted, Replies known) {
        boolean who = wanted.isEmpty()
                || wanted.orElseThrow().allowedAll().isPresent()
                || wanted.orElseThrow().allowedIps().isPresent();
        return who ? List.of(LIST, ALLOWED) : List.of(LIST);
    }

    @Override
    public Observed<FirewallRuleset> read(Address address, Optional<FirewallRuleset> wanted, Replies replies)
            throws UnreadableException {
        Optional<Row> found = Listing.named(replies, LIST, "Name", address.name());
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Row row = found.orElseThrow();
        row.need("Enabled");
        Optional<Row> allowed =
                replies.has(ALLOWED) ? Listing.named(replies, ALLOWED, "Ruleset", address.name()) : Optional.empty();
        Optional<Boolean> all = allowed.map(r -> r.items("Allowed IP Addresses").contains("All"));
        return new Observed.Present<>(new FirewallRuleset(
                row.flag("Enabled"),
                all,
                all.equals(Optional.of(false)) ? Optional.of(ips(allowed.orElseThrow())) : Optional.empty(),
                row.flag("Enable/Disable configurable"),
                row.flag("Allowed IP configurable")));
    }

    private static SortedSet<Cidr> ips(Row row) throws UnreadableException {
        SortedSet<Cidr> ips = new TreeSet<>();
        for (String item : row.items("Allowed IP Addresses")) {
            try {
                ips.add(Cidr.parse(item));
            } catch (IllegalArgumentException e) {
                throw new UnreadableException(
                        row.source() + ": \"" + item + "\" is no address: " + e.getMessage() + ".", e);
            }
        }
        return Collections.unmodifiableSortedSet(ips);
    }

    @Override
    public List<Query> census() {
        return List.of(LIST, ALLOWED);
    }

    /**
     * Those that somebody has touched as far as a host tells: with a list of addresses, or opened though closed on a fresh host
     * and opened by no service.
     */
    @Override
    public Map<Address, Optional<FirewallRuleset>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Set<String> restricted = new TreeSet<>();
        for (Row row : replies.rows(ALLOWED)) {
            if (!row.items("Allowed IP Addresses").contains("All")) {
                restricted.add(row.need("Ruleset"));
            }
        }
        Map<Address, Optional<FirewallRuleset>> found = new TreeMap<>();
        for (Row row : replies.rows(LIST)) {
            String name = row.need("Name");
            boolean opened = row.flag("Enabled").orElse(false) && OPENED_BY_HAND.contains(name);
            boolean own = row.flag("Allowed IP configurable").orElse(true) && !NFS.equals(name);
            if (opened || (own && restricted.contains(name))) {
                found.put(Listing.address("firewall_ruleset", host, row, name), Optional.empty());
            }
        }
        return found;
    }

    /** A ruleset that opens does so when its addresses are as wanted, and one that closes before they change. */
    @Override
    public List<Command> change(Address address, FirewallRuleset before, FirewallRuleset after) {
        Option ruleset = Option.of("ruleset-id", address.name());
        Script script = new Script();
        boolean switched = Script.differs(before.enabled(), after.enabled());
        boolean enabled = after.enabled().orElse(false);
        if (switched && !enabled) {
            script.add(SET, ruleset, Option.of("enabled", false));
        }
        addresses(script, ruleset, before, after);
        if (switched && enabled) {
            script.add(SET, ruleset, Option.of("enabled", true));
        }
        return script.commands();
    }

    /** Addresses can be added only while not all are allowed; opened to all, the ruleset no longer needs those it had. */
    private static void addresses(Script script, Option ruleset, FirewallRuleset before, FirewallRuleset after) {
        if (Script.differs(before.allowedAll(), after.allowedAll())) {
            script.add(SET, ruleset, Option.of("allowed-all", after.allowedAll().orElseThrow()));
        }
        Optional<SortedSet<Cidr>> had = listed(before);
        Optional<SortedSet<Cidr>> wanted = listed(after);
        Script.added(had, wanted, ip -> address(script, "add", ruleset, ip));
        Script.removed(had, wanted, ip -> address(script, "remove", ruleset, ip));
    }

    private static Optional<SortedSet<Cidr>> listed(FirewallRuleset ruleset) {
        return ruleset.allowedAll().orElse(false) ? Optional.of(new TreeSet<>()) : ruleset.allowedIps();
    }

    private static void address(Script script, String verb, Option ruleset, Cidr ip) {
        script.add("network firewall ruleset allowedip " + verb, ruleset, Option.of("ip-address", ip.toString()));
    }
}
