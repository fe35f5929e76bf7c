package io.twinpath.kind.maintenance;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maintenance mode in the words of {@code HostSystem}. */
final class MaintenanceApi implements Standing<Maintenance> {

    private static final Handle HOST = new Handle.Host();
    private static final String MODE = "runtime.inMaintenanceMode";
    private static final PropertyQuery GET = PropertyQuery.of(HOST, MODE);

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Maintenance> wanted, Replies known) {
        return List.of(GET);
    }

    @Override
    public Observed<Maintenance> read(Address address, Optional<Maintenance> wanted, Replies replies)
            throws UnreadableException {
        return new Observed.Present<>(new Maintenance(enabled(replies), Optional.empty(), Optional.empty()));
    }

    private static boolean enabled(Replies replies) throws UnreadableException {
        return replies.object(GET)
                .flag(MODE)
                .orElseThrow(() ->
                        new UnreadableException("The server does not say whether the host is in maintenance mode."));
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    @Override
    public Map<Address, Optional<Maintenance>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return enabled(replies) ? Map.of(new Address("maintenance", host, "mode"), Optional.empty()) : Map.of();
    }

    /**
     * Always with a time: without one the task waits for ever. Virtual machines that are off stay: outside of a cluster with
     * DRS, to evacuate them means to wait until a person has registered them elsewhere.
     */
    @Override
    public List<Command> change(Address address, Maintenance before, Maintenance after) {
        Node timeout = Node.number(
                "timeout", Math.toIntExact(MaintenanceKind.patience(after).count()));
        if (!after.enabled()) {
            return List.of(MethodCommand.of(HOST, "ExitMaintenanceMode_Task", timeout));
        }
        List<Node> args = new ArrayList<>(List.of(timeout, Node.flag("evacuatePoweredOffVms", false)));
        after.vsan()
                .ifPresent(v -> args.add(Node.object(
                        "maintenanceSpec",
                        "HostMaintenanceSpec",
                        Node.object("vsanMode", "VsanHostDecommissionMode", Node.string("objectAction", v.word())))));
        return List.of(new MethodCommand(HOST, "EnterMaintenanceMode_Task", args));
    }
}
