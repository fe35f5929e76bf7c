package io.twinpath.kind.migration;

import io.twinpath.driver.Command;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Binding;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Vim;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a host is connected to, in the words of {@code HostNetworkSystem} and of its vCenter, and the call that moves it. */
final class MigrationApi implements Binding<Migration> {

    static final String SWITCHES = "config.network.vswitch";
    static final String PROXIES = "config.network.proxySwitch";
    static final String GROUPS = "config.network.portgroup";
    static final String NICS = "config.network.vnic";
    static final String SERVICES = "config.virtualNicManagerInfo.netConfig";
    static final PropertyQuery HOST = HostProperties.query(SWITCHES, PROXIES, GROUPS, NICS, SERVICES);

    private static final InventoryQuery DISTRIBUTED = Vim.PORT_GROUPS;

    /** What vCenter does when a host no longer answers after a change of its network. */
    private static final MethodQuery ROLLBACK =
            MethodQuery.of(new Handle.Service("setting"), "QueryOptions", Node.string("name", MigrationKind.ROLLBACK));

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Migration> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(HOST, DISTRIBUTED, Vim.SWITCHES, ROLLBACK));
        if (known.has(HOST) && known.has(DISTRIBUTED)) {
            try {
                for (Node group : needed(wanted, known)) {
                    queries.add(settings(Vim.self(group)));
                }
            } catch (UnreadableException e) {
                return queries; // read() says so
            }
        }
        return queries;
    }

    static PropertyQuery settings(Ref group) {
        return PropertyQuery.of(new Handle.Found(group), "config.defaultPortConfig");
    }

    /** The distributed port groups that interfaces have or are to have. */
    private static List<Node> needed(Optional<Migration> wanted, Replies replies) throws UnreadableException {
        Set<String> names =
                new HashSet<>(wanted.map(w -> w.interfaces().values()).orElseGet(List::of));
        Set<String> keys = new HashSet<>();
        for (Node nic : HostProperties.items(replies, HOST, NICS)) {
            nic.text("spec", "distributedVirtualPort", "portgroupKey").ifPresent(keys::add);
        }
        List<Node> needed = new ArrayList<>();
        for (Node group : replies.objects(DISTRIBUTED)) {
            if (names.contains(Vim.name(group))
                    || group.text("key").filter(keys::contains).isPresent()) {
                needed.add(group);
            }
        }
        return needed;
    }

    @Override
    public Observed<Migration> read(Address address, Optional<Migration> wanted, Replies replies)
            throws UnreadableException {
        MigrationReading reading = new MigrationReading(replies);
        Map<String, Migration.Carrier> switches = reading.switches();
        Map<String, Migration.Group> groups = reading.groups(needed(wanted, replies));
        return new Observed.Present<>(new Migration(
                MigrationReading.ports(switches),
                reading.interfaces(groups),
                switches,
                groups,
                reading.nics(),
                rollback(replies)));
    }

    /** A host by itself has no such setting, and to a vCenter that does not tell it nobody should trust. */
    private static Optional<Boolean> rollback(Replies replies) {
        try {
            return replies.result(ROLLBACK).all("returnval").stream()
                    .filter(o ->
                            o.text("key").filter(MigrationKind.ROLLBACK::equals).isPresent())
                    .findFirst()
                    .flatMap(o -> o.text("value"))
                    .map("true"::equalsIgnoreCase);
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Command> script(Change<Migration> change) {
        return change instanceof Change.Update<Migration> update
                ? MigrationScript.of(update.observed(), update.target())
                : List.of();
    }
}
