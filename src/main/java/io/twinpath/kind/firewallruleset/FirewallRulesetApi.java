package io.twinpath.kind.firewallruleset;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Cidr;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rulesets in the words of {@code HostFirewallSystem}. Who is allowed is sent whole. */
final class FirewallRulesetApi implements Standing<FirewallRuleset> {

    private static final String PATH = "config.firewall.ruleset";
    private static final PropertyQuery LIST = HostProperties.query(PATH);
    private static final Handle SYSTEM = new Handle.Manager("firewallSystem");
    private static final int HOST4 = 32;
    private static final int HOST6 = 128;

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<FirewallRuleset> wanted, Replies known) {
        return List.of(LIST);
    }

    @Override
    public Observed<FirewallRuleset> read(Address address, Optional<FirewallRuleset> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found = HostProperties.named(HostProperties.items(replies, LIST, PATH), address.name(), "key");
        return found.isEmpty() ? new Observed.Absent<>() : new Observed.Present<>(ruleset(found.orElseThrow(), wanted));
    }

    private static FirewallRuleset ruleset(Node read, Optional<FirewallRuleset> wanted) throws UnreadableException {
        boolean who = wanted.isEmpty()
                || wanted.orElseThrow().allowedAll().isPresent()
                || wanted.orElseThrow().allowedIps().isPresent();
        Optional<Boolean> all = who ? Optional.of(all(read)) : Optional.empty();
        return new FirewallRuleset(
                Optional.of(read.flag("enabled")
                        .orElseThrow(() -> new UnreadableException("A ruleset does not say whether it is enabled."))),
                all,
                all.equals(Optional.of(false)) ? Optional.of(ips(read)) : Optional.empty(),
                read.flag("userControllable"),
                read.flag("ipListUserConfigurable"));
    }

    private static boolean all(Node read) throws UnreadableException {
        return read.flag("allowedHosts", "allIp").orElse(true);
    }

    private static SortedSet<Cidr> ips(Node read) throws UnreadableException {
        SortedSet<Cidr> ips = new TreeSet<>();
        Node allowed = read.required("allowedHosts");
        for (String ip : allowed.texts("ipAddress")) {
            ips.add(cidr(ip));
        }
        for (Node network : allowed.all("ipNetwork")) {
            ips.add(cidr(network.requiredText("network") + "/" + network.requiredText("prefixLength")));
        }
        return Collections.unmodifiableSortedSet(ips);
    }

    private static Cidr cidr(String text) throws UnreadableException {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("\"" + text + "\" is no address: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    /** As over SSH: those that somebody has touched as far as a host tells. */
    @Override
    public Map<Address, Optional<FirewallRuleset>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<FirewallRuleset>> found = new TreeMap<>();
        for (Node read : HostProperties.items(replies, LIST, PATH)) {
            String name = read.requiredText("key");
            boolean opened = read.flag("enabled").orElse(false) && FirewallRulesetSsh.OPENED_BY_HAND.contains(name);
            boolean own = read.flag("ipListUserConfigurable").orElse(true) && !FirewallRulesetSsh.NFS.equals(name);
            if (opened || (own && !all(read))) {
                found.put(Listing.address("firewall_ruleset", host, name), Optional.empty());
            }
        }
        return found;
    }

    /** A ruleset that opens does so when its addresses are as wanted, and one that closes before they change. */
    @Override
    public List<Command> change(Address address, FirewallRuleset before, FirewallRuleset after) {
        Node id = Node.string("id", address.name());
        Script script = new Script();
        boolean switched = Script.differs(before.enabled(), after.enabled());
        boolean enabled = after.enabled().orElse(false);
        if (switched && !enabled) {
            script.add(MethodCommand.of(SYSTEM, "DisableRuleset", id));
        }
        if (Script.differs(before.allowedAll(), after.allowedAll())
                || Script.differs(before.allowedIps(), after.allowedIps())) {
            Node spec = Node.object("spec", "HostFirewallRulesetRulesetSpec", allowed(after));
            script.add(MethodCommand.of(SYSTEM, "UpdateRuleset", id, spec));
        }
        if (switched && enabled) {
            script.add(MethodCommand.of(SYSTEM, "EnableRuleset", id));
        }
        return script.commands();
    }

    private static Node allowed(FirewallRuleset after) {
        boolean all = after.allowedAll().orElse(false);
        List<Node> fields = new ArrayList<>();
        List<Node> networks = new ArrayList<>();
        if (!all) {
            for (Cidr cidr : after.allowedIps().orElseGet(TreeSet::new)) {
                String ip = cidr.ip().toString();
                if (cidr.length() == (cidr.ip().six() ? HOST6 : HOST4)) {
                    fields.add(Node.string("ipAddress", ip));
                } else {
                    networks.add(Node.object(
                            "ipNetwork",
                            "HostFirewallRulesetIpNetwork",
                            Node.string("network", ip),
                            Node.number("prefixLength", cidr.length())));
                }
            }
        }
        fields.addAll(networks);
        fields.add(Node.flag("allIp", all));
        return Node.object("allowedHosts", "HostFirewallRulesetIpList", fields);
    }
}
