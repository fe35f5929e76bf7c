package io.twinpath.kind.vm;

import io.twinpath.driver.Command;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Vim;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Virtual machines in the words of {@code VirtualMachine}. Thin lists of all come first; the configuration is read only of
 * those that the spec names, and of that only the sections that it speaks of.
 *
 * <p>The {@code changeVersion} that was read is a part of the fact: a step is stale when somebody else has configured the
 * machine since the plan was made, and is refused before anything is sent. It is sent as well, so that the server refuses
 * what happens between that look and the call. A reversal does not send it, since its own step has changed it.
 */
final class VmApi implements Binding<Vm> {

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Vm> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(Vim.SERVER, Vim.HOSTS, Vim.CLUSTERS, Vim.MACHINES));
        Sections sections = Sections.of(wanted);
        if (sections.overrides()) {
            queries.add(Vim.CLUSTER_SETTINGS);
        }
        if (sections.volumes()) {
            queries.add(Vim.VOLUMES);
        }
        if (sections.networks()) {
            queries.addAll(List.of(Vim.NETWORKS, Vim.PORT_GROUPS, Vim.SWITCHES));
        }
        Vim.glance(known, Vim.MACHINES, address.name())
                .flatMap(found -> configuration(found, sections))
                .ifPresent(queries::add);
        return queries;
    }

    private static Optional<PropertyQuery> configuration(Node machine, Sections sections) {
        return machine.ref("self").map(ref -> new PropertyQuery(new Handle.Found(ref), sections.paths()));
    }

    @Override
    public Observed<Vm> read(Address address, Optional<Vm> wanted, Replies replies) throws UnreadableException {
        Optional<Node> found = Vim.named(replies, Vim.MACHINES, address.name());
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Sections sections = Sections.of(wanted);
        Node machine = found.orElseThrow();
        Node config = replies.object(configuration(machine, sections)
                .orElseThrow(
                        () -> new UnreadableException("The server names no reference of " + address.name() + ".")));
        return new Observed.Present<>(new VmReading(machine, config, wanted, sections, replies).machine());
    }

    @Override
    public List<Query> census() {
        return List.of(Vim.MACHINES);
    }

    /** At a host's own API. */
    @Override
    public Map<Address, Optional<Vm>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return foundInSite(replies);
    }

    @Override
    public Map<Address, Optional<Vm>> foundInSite(Replies replies) throws UnreadableException {
        Map<Address, Optional<Vm>> found = new LinkedHashMap<>();
        for (Node machine : replies.objects(Vim.MACHINES)) {
            if (Names.isObject(Vim.name(machine))) {
                found.put(Address.inSite("vm", Vim.name(machine)), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> script(Change<Vm> change) {
        return switch (change) {
            case Change.Update<Vm> c -> VmScript.of(c);
            case Change.Replace<Vm> c -> List.of();
            case Change.Keep<Vm> c -> List.of();
            case Change.Create<Vm> c -> List.of();
            case Change.Delete<Vm> c -> List.of();
            case Change.Blocked<Vm> c -> List.of();
        };
    }
}
