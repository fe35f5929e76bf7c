package io.twinpath.kind.firewall;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The firewall's default in the words of {@code HostFirewallSystem}. Whether the firewall is on is not among them. */
final class FirewallApi implements Standing<Firewall> {

    private static final String POLICY = "config.firewall.defaultPolicy";
    private static final String RULESETS = "config.firewall.ruleset";
    private static final PropertyQuery GET = HostProperties.query(POLICY, RULESETS);
    private static final Handle SYSTEM = new Handle.Manager("firewallSystem");

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public Optional<String> lacks(Firewall wanted) {
        return wanted.enabled().isPresent()
                ? Optional.of("The API does not tell whether the firewall is on, and cannot switch it.")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<Firewall> wanted, Replies known) {
        return List.of(GET);
    }

    @Override
    public Observed<Firewall> read(Address address, Optional<Firewall> wanted, Replies replies)
            throws UnreadableException {
        Node policy = HostProperties.one(replies, GET, POLICY);
        boolean drops = blocked(policy, "incomingBlocked") && blocked(policy, "outgoingBlocked");
        Optional<Node> ssh = HostProperties.named(HostProperties.items(replies, GET, RULESETS), "sshServer", "key");
        Optional<Boolean> open = ssh.isPresent() ? ssh.orElseThrow().flag("enabled") : Optional.empty();
        return new Observed.Present<>(new Firewall(
                Optional.empty(),
                Optional.of(drops ? Firewall.DefaultAction.DROP : Firewall.DefaultAction.PASS),
                Optional.empty(),
                open));
    }

    private static boolean blocked(Node policy, String field) throws UnreadableException {
        return policy.flag(field).orElse(false);
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    @Override
    public Map<Address, Optional<Firewall>> found(Scope.Host host, Replies replies) throws UnreadableException {
        HostProperties.one(replies, GET, POLICY);
        return Map.of(new Address("firewall", host, "firewall"), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Firewall before, Firewall after) {
        if (!Script.differs(before.defaultAction(), after.defaultAction())) {
            return List.of();
        }
        boolean drop = after.defaultAction().orElseThrow() == Firewall.DefaultAction.DROP;
        return List.of(MethodCommand.of(
                SYSTEM,
                "UpdateDefaultPolicy",
                Node.object(
                        "defaultPolicy",
                        "HostFirewallDefaultPolicy",
                        Node.flag("incomingBlocked", drop),
                        Node.flag("outgoingBlocked", drop))));
    }
}
