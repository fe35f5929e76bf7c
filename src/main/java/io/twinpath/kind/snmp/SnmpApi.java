package io.twinpath.kind.snmp;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Optional;

/**
 * The SNMP agent in the words of {@code HostSnmpSystem}: whether it is on, its port, and how much it has of what is secret. What
 * it takes besides is text by names that the API does not document, and a list of secrets cannot be sent as one.
 */
final class SnmpApi implements Standing<Snmp> {

    private static final Handle SYSTEM = new Handle.Manager("snmpSystem");
    private static final String PATH = "configuration";
    private static final PropertyQuery GET = PropertyQuery.of(SYSTEM, PATH);

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public Optional<String> lacks(Snmp wanted) {
        boolean more = wanted.contact().isPresent()
                || wanted.location().isPresent()
                || wanted.logLevel().isPresent()
                || wanted.engineId().isPresent()
                || wanted.authentication().isPresent()
                || wanted.privacy().isPresent()
                || wanted.v3Targets().isPresent()
                || wanted.communities().isPresent()
                || wanted.targets().isPresent()
                || wanted.users().isPresent();
        return more
                ? Optional.of("Over the API Twinpath manages only \"enabled\" and \"port\" of the SNMP agent.")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<Snmp> wanted, Replies known) {
        return List.of(GET);
    }

    @Override
    public Observed<Snmp> read(Address address, Optional<Snmp> wanted, Replies replies) throws UnreadableException {
        if (wanted.isEmpty()) {
            throw new UnreadableException(
                    "The API does not tell all that the SNMP agent has, so not whether it is fresh.");
        }
        Node agent = replies.object(GET).required(PATH);
        return new Observed.Present<>(new Snmp(
                agent.flag("enabled"),
                agent.number("port").map(Long::intValue),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(agent.all("readOnlyCommunities").size()),
                Optional.of(agent.all("trapTargets").size()),
                Optional.empty()));
    }

    @Override
    public List<Command> change(Address address, Snmp before, Snmp after) {
        if (!Script.differs(before.enabled(), after.enabled()) && !Script.differs(before.port(), after.port())) {
            return List.of();
        }
        Node spec = Node.build("spec", "HostSnmpConfigSpec")
                .put(after.enabled().map(on -> Node.flag("enabled", on)))
                .put(after.port().map(port -> Node.number("port", port)))
                .end();
        return List.of(MethodCommand.of(SYSTEM, "ReconfigureSnmpAgent", spec));
    }
}
